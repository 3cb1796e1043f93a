// Every word that the matrix page shows, in Chinese and English.
GG.text = (() => {
  const words = {
    site: ["工会图谱", "Gonghui Graph"], skip: ["跳到内容", "Skip to content"], views: ["视图", "Views"], filters: ["筛选", "Filters"], details: ["举措与原文", "Initiatives and quotes"],
    heading: ["哪些地区在做类似的事", "Which regions run similar initiatives"], matrix: ["地区 × 主题", "Regions × themes"], list: ["相似举措", "Similar initiatives"],
    network: ["网络图", "Network"], language: ["English", "中文"], languageLabel: ["切换到英文", "Switch to Chinese"], print: ["打印", "Print"],
    province: ["省份", "Province"], level: ["层级", "Level"], theme: ["主题", "Theme"], sort: ["排序", "Sort by"], from: ["从", "From"], to: ["到", "To"],
    all: ["全部", "All"], find: ["查找", "Find"], findHint: ["地区、举措名称或理由", "region, initiative or reason"], reset: ["清除筛选", "Clear filters"],
    rolled: ["计入下级地区", "Count subdivisions"], undated: ["含未注明日期的", "Include undated"],
    provinceLevel: ["省级", "Provinces"], prefectureLevel: ["市级", "Prefectures"], countyLevel: ["县级", "Counties"], townLevel: ["乡镇街道", "Towns"],
    byCode: ["行政区划", "Official order"], byTotal: ["举措多少", "Number of initiatives"], byFirst: ["最早见报", "First seen"], byTheme: ["主题:{0}", "Theme: {0}"],
    region: ["地区", "Region"], total: ["合计", "Total"], caption: ["{0} 个地区、{1} 项举措。数字是举措的项数(“计入下级地区”时上级含下级,网络图的交叉表不含),点击看原文;虚线框里的全部来自下级地区;点击主题名称按它排序。", "{0} regions, {1} initiatives. A number counts initiatives (with those of subdivisions, if so chosen; the table of the network page is without): open it for the quotes; a dashed frame holds those of subdivisions alone; choose a theme's name to sort by it."],
    nowhere: ["未定地区", "No region"],
    none: ["没有符合条件的内容,放宽或清除筛选即可恢复。", "Nothing matches. Widen or clear the filters."],
    cell: ["{0},{1}:{2} 项举措", "{0}, {1}: initiatives {2}"], numbers: ["举措 {0} 项 · 机构 {1} 个 · 数据 {2} 条{3}", "Initiatives: {0} · bodies: {1} · figures: {2}{3}"],
    firstSeen: [" · 最早见报 {0}", " · first seen {0}"], own: ["本级", "Of the region itself"], below: ["下级地区", "Of its subdivisions"],
    close: ["关闭", "Close"], cite: ["复制引文", "Copy citation"], copied: ["已复制", "Copied"], copyFailed: ["浏览器不允许复制,请手动选取", "The browser does not allow copying: select the text"],
    chars: ["第 {0}–{1} 字", "characters {0}–{1}"], noQuote: ["没有描述它的句子", "No sentence describes it"], undatedPage: ["日期不详", "undated"],
    alike: ["别处的类似举措({0})", "Similar initiatives elsewhere ({0})"], score: ["相似度 {0}", "Similarity {0}"], parts: ["各部分的贡献", "What each part adds"], part: ["{0} {1}", "{0} {1}"],
    earlier: ["先见报:{0}({1})", "Seen first: {0} ({1})"], more: ["再显示 {0} 对", "Show {0} more"], pairs: ["符合条件的 {0} 对,按相似度排列", "{0} pairs, most similar first"],
    cut: ["(全部 {0} 对见 tables/similar.csv)", "(all {0} pairs: tables/similar.csv)"], because: ["理由", "Why"], quotes: ["双方原文", "Both quotes"],
    footer: ["每个数字和理由都可追溯到报纸原文。不同地区之间才比较;同一地区或同一体系内的举措不算相似。", "Every number and reason leads to the newspaper's text. Only initiatives of different regions are compared."],
    damaged: ["此浏览器太旧,无法展开数据:请换用较新的 Edge、Chrome 或 Firefox", "This browser is too old to unpack the data: use a recent Edge, Chrome or Firefox"],
  };
  const text = GG.translator(words);
  text.one = ([zh, en]) => (text.language === "zh" ? zh : en || zh);
  return text;
})();
