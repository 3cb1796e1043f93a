// What a page says in Chinese or English. words: key -> [Chinese, English], with {0}, {1}, … for values.
GG.translator = (words) => {
  const text = {
    language: "zh",
    t(key, ...values) {
      const pair = words[key];
      if (!pair) throw new Error(`no text for ${key}`);
      return pair[text.language === "zh" ? 0 : 1].replace(/\{(\d)\}/g, (_, i) => values[i]);
    },
    // What is called by its Chinese name until somebody names it otherwise.
    own(key, given) { return given === words[key][0] ? text.t(key) : given; },
    of(entry) { return entry ? entry[text.language] : ""; }, // of a schema entry with zh and en
  };
  return text;
};
