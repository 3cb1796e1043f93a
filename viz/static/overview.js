GG.overview = {};
