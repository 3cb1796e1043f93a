// Every word that the page shows, in Chinese and English.
GG.text = (() => {
  const words = {
    site: ["工会图谱", "Gonghui Graph"], skip: ["跳到筛选", "Skip to filters"],
    filters: ["筛选", "Filters"], search: ["搜索名称、地区、原文用词、拼音首字母", "Search names, regions, words of the quotes, pinyin initials"],
    noHit: ["没有找到“{0}”。可试名称的一部分、地区、原文用词或拼音首字母;几个词用空格隔开。", "Nothing found for “{0}”. Try part of a name, a region, a word of the quotes or pinyin initials; separate words by spaces."],
    noNameHit: ["没有找到“{0}”。可试名称的一部分、地区或拼音首字母;几个词用空格隔开。", "Nothing found for “{0}”. Try part of a name, a region or pinyin initials; separate words by spaces."],
    noRegionHit: ["没有找到地区“{0}”。本文件只含总览,只能搜索地区。", "No region “{0}” found. This file holds the overview alone and finds regions only."],
    searchLabel: ["搜索节点", "Search nodes"], hits: ["搜索建议", "Suggestions"], tools: ["工具", "Tools"], picture: ["网络图", "Network"],
    details: ["详情与依据", "Details and evidence"], zoom: ["缩放", "Zoom"], zoomIn: ["放大", "Zoom in"], zoomOut: ["缩小", "Zoom out"], fit: ["全图", "Show all"],
    types: ["图例", "Legend"], typesHint: ["点击隐藏或显示一类", "Click to hide or show a kind"], relations: ["关系", "Relations"], themes: ["主题", "Themes"],
    regions: ["地区", "Regions"], papers: ["报纸与日期", "Papers and dates"], confidence: ["置信度", "Confidence"],
    from: ["从", "From"], to: ["到", "To"], anyPaper: ["全部报纸", "All papers"], undated: ["含未注明日期的版面", "Include undated pages"],
    signers: ["署名者", "Signers"], signersHint: ["只在署名中出现、没有任何关系的记者、编辑、通讯员", "Reporters and editors who only sign pages and have no relation"],
    lone: ["没有关系的", "Without relations"], loneHint: ["原文没有写到任何关系的节点", "Nodes of which the text states no relation"],
    confidenceMin: ["不低于", "At least"], confidenceNote: ["没有置信度的关系始终显示", "Relations without a confidence are always shown"],
    all: ["全部", "All"], reset: ["清除筛选", "Clear filters"], more: ["显示更多", "Show more"],
    shown: ["显示 {0}/{1} 个节点、{2} 条连线({3} 条关系)", "{0} of {1} nodes, {2} links ({3} relations) shown"], empty: ["没有符合条件的节点", "Nothing matches"],
    emptyHint: ["放宽或清除筛选即可恢复。", "Widen or clear the filters to get them back."],
    language: ["English", "中文"], dark: ["深色", "Dark"], light: ["浅色", "Light"],
    share: ["分享", "Share"], help: ["读图", "Help"], undo: ["撤销", "Undo"],
    close: ["关闭", "Close"], region: ["地区", "Region"], kind: ["类型", "Kind"], aliases: ["又称", "Also called"], theme: ["主题", "Themes"],
    first: ["最早见报", "First seen"], undatedPage: ["版面未注明日期", "page without a date"],
    beside: ["同句数据", "Figures of the same sentences"], besideNote: ["与它同在一句,原文归于别的主体:", "They stand in a sentence with it and are told of others:"],
    facts: ["关系", "Relations"], figures: ["数据", "Figures"], seen: ["原文提及", "Where it is mentioned"],
    similar: ["其他地方的类似举措", "Initiatives like this elsewhere"], similarNone: ["没有找到类似举措", "None found"], profile: ["地区概况", "Region profile"],
    evidenceN: ["依据 {0} 处", "{0} quotes"], cite: ["复制引文", "Copy citation"], copied: ["已复制", "Copied"], copyFailed: ["浏览器不允许复制,请手动选取", "The browser does not allow copying: select the text"],
    chars: ["第 {0}–{1} 字", "characters {0}–{1}"], conf: ["置信度 {0}", "confidence {0}"],
    focus: ["只看周边", "Focus"], unfocus: ["退出聚焦", "Leave focus"], focusOn: ["聚焦:{0}", "Focus: {0}"],
    path: ["找路径", "Path to…"], pathFrom: ["从 {0} 到…:点击或搜索另一个节点", "From {0} to…: click or search the other node"], pathNone: ["两者之间没有路径", "There is no path between them"],
    pathOf: ["路径:{0} → {1}({2} 步)", "Path: {0} → {1} ({2} steps)"], cancel: ["取消", "Cancel"],
    hide: ["隐藏", "Hide"], pin: ["固定", "Pin"], unpin: ["取消固定", "Unpin"], hidden: ["已隐藏 {0} 个", "{0} hidden"], showHidden: ["恢复显示", "Show again"],
    pinned: ["已移动 {0} 个", "{0} moved"], resetPins: ["恢复原位", "Move back"],
    copyLink: ["复制链接", "Copy link"], png: ["下载图片 PNG(2×)", "Download PNG (2×)"], svg: ["下载矢量图 SVG", "Download SVG"],
    print: ["打印", "Print"], iframe: ["嵌入网页的代码", "Code to embed"], copyCode: ["复制代码", "Copy code"],
    shareHint: ["对方有同一个文件时,链接恢复同样的筛选、聚焦与位置。", "With the same file, the link restores the same filters, focus and positions."],
    source: ["来源", "Source"], sourceLine: ["{0} 个版面{1}。工会图谱", "{0} pages{1}. Gonghui Graph"],
    keyhint: ["方向键移到相邻节点,回车看详情,加减号缩放,斜杠搜索,F 聚焦,H 隐藏,问号看帮助", "Arrow keys go to the next node, Enter opens details, plus and minus zoom, slash searches, F focuses, H hides, question mark helps"],
    nodeSaid: ["{0},{1},{2} 条连线", "{0}, {1}, {2} links"], initiatives: ["举措 {0} 项", "{0} initiatives"], bodies: ["机构 {0} 个", "{0} bodies"],
    overviewHint: ["节点较多,先按地区合并显示;点击一个地区展开。", "There are many nodes: they are merged by region; click one to unfold it."],
    overviewFile: ["本文件只含总览(节点太多):点击一个地区展开", "This file holds the overview alone (there are too many nodes): click a region to unfold it"],
    itself: ["{0}(本级)", "{0} (itself)"], merged: ["{0}/{1} 个节点,合并为 {2} 组", "{0} of {1} nodes, merged into {2}"],
    shownPart: ["显示 {0} 个节点、{1} 条连线(全部 {2} 个节点)", "{0} nodes, {1} links shown ({2} nodes in all)"],
    ofMany: ["第 {0}–{1} 个,共 {2} 个,联系多的在前", "{0}–{1} of {2}, most links first"], before: ["上一批", "Previous"], after: ["下一批", "Next"],
    drawFirst: ["只看联系最多的 {0} 个", "The {0} with the most links"], loading: ["正在读取…", "Loading…"],
    noServer: ["这里取不到节点:请用 gonghui serve 打开本页", "No nodes can be fetched here: open the page with gonghui serve"], notRead: ["没有读到:{0}", "Not loaded: {0}"],
    onlyAbove: ["本文件只含总览", "This file holds the overview alone"],
    onlyAboveHow: ["节点太多,一个文件装不下。要看到单个节点、搜索、看依据,请在存有结果的电脑上运行下面的命令,再打开它给出的地址:", "There are too many nodes for one file. To see single nodes, search, and read the evidence, run this on the computer that holds the build and open the address it gives:"],
    onlyAbovePart: ["或者为一部分单独做一个小文件:", "Or make a small file of a part:"],
    allFacts: ["全部事实与依据", "All facts and evidence"], elsewhereNote: ["这些举措不在本图中:", "These are not in this picture:"],
    drawAll: ["全部画出", "Draw everything"], nowhere: ["未定地区", "No region"],
    matrix: ["地区 × 主题", "Regions × themes"], damaged: ["此浏览器太旧,无法展开数据:请换用较新的 Edge、Chrome 或 Firefox", "This browser is too old to unpack the data: use a recent Edge, Chrome or Firefox"],
    withinRegion: ["含下级地区", "with subregions"],
    others: ["其他", "Others"], matrixHint: ["数字是举措的个数;点击打开。随左侧筛选变化。一项举措只计入它的一个地区,上级不含下级(matrix.html 可计入下级)。", "Counts of initiatives; click to open them. Follows the filters. Each counts for one region alone, not for those above (matrix.html can count subdivisions)."],
    list: ["列表", "List"], listHint: ["图中的 {0} 个节点,联系多的在前,右侧是连线数。", "The {0} nodes of the picture, most links first; the number of links stands on the right."],
    similarDashes: ["图中以虚线相连。", "Joined by dashes in the picture."], similarShow: ["在图上一起看", "See them together"],
    only: ["仅看", "only"], helpTitle: ["怎样读这张图", "How to read this picture"], start: ["开始浏览", "Start"],
  };
  const kinds = {
    programme: "计划", campaign: "行动", competition: "竞赛", mechanism: "机制", method: "方法", brand: "品牌", platform: "平台", station: "站点",
    fund: "基金", event: "活动", course: "课程", column: "栏目", project: "项目", pilot: "试点",
  };
  const help = {
    zh: ["每个图形是报纸版面里点名的一个对象:颜色和形状表示类型(见图例),越大联系越多;同一地区的排在一起。", "连线是原文写到的关系。点击图形或连线,就显示它的事实和原文段落,高亮处就是依据。",
      "可按类型、地区、主题、报纸、日期筛选(窄屏点 ☰);搜索框认简称、地区、原文用词和拼音首字母(如 jszgh),几个词用空格隔开。", "选中后可“只看周边”、找两者之间的路径、看别处的类似举措,也可拖动、隐藏;浏览器的后退键就是撤销。", "“分享”里有链接、图片和嵌入代码。本页不联网,可直接发送文件。"],
    en: ["Each shape is something that the newspaper pages name: colour and shape tell its kind (see the legend), larger means more links; regions stay together.", "Lines are relations that the text states. Click a shape or a line: its facts open, with the paragraph and the highlighted words they rest on.",
      "Filter by kind, region, theme, paper and date (☰ on small screens); the search box knows short forms, regions, words of the quotes and pinyin initials (such as jszgh); separate words by spaces.", "With something selected you can focus on its surroundings, find the path to another node, see similar initiatives elsewhere, drag and hide; the browser's back button undoes.", "Share offers a link, pictures and code to embed. The page never goes online; send the file as it is."],
  };
  const text = GG.translator(words);
  text.kind = (id) => (text.language === "zh" ? kinds[id] || id : id);
  text.steps = (n) => (text.language === "zh" ? `${n} 步` : `${n} step${n === 1 ? "" : "s"}`);
  text.help = () => help[text.language];
  return text;
})();
