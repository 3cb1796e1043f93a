GG.share = { open() {} };
