GG.picture = {};
