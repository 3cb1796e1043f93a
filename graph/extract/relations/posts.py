"""holdsPost: titles before names, split so that each body has its own title."""

import re
from collections.abc import Iterator
from functools import cache

from graph import alternation
from graph.extract.language.lexicon import name_words
from graph.extract.relations.persons import PRONOUN, pronoun, told_of
from graph.extract.scenes.clause_patterns import pattern
from graph.extract.scenes.scene import ACTORS, SIGNS, Fact, Item, Scene, Sentence, compiled, either

_WORDS = r"[^,;:。!?()<A><P><I><R><D><H>]"
# Words of a title; 副主席(兼职), 宣传部(网络部)部长.
_TITLE = rf"(?:{_WORDS}|\([^(),;。<A><P>]{{1,10}}\))"
# What may stand between a body and a name, or the next body: a title, or nothing.
# A comma only between two bodies: 某市人大常委会副主任,某市总工会主席 X.
_LINK = f"(?:<A>|<H>|<R>){_TITLE}{{0,40}}?(?:(?<=[任记席员长]),(?=<A>))?"


def _office(title: str) -> bool:
    """Whether words between a body and a name are a title: they end in an office, a job or a unit, and nobody does anything in them."""
    title = compiled(r"[(][^()]*[)]").sub("", title)
    if title.startswith("、") or compiled(either("deed")).search(title.replace("组织部", "")):
        return False
    return bool(compiled(f"(?:{either('office', 'worker', 'unit')}|[长师工员手])的?$").search(title))


# A post in the union, in a title that names another body: 某县委常委、总工会主席, 某公司党委书记、工会主席.
_UNION_POST = rf"(?:^|、)工会(?:委员会)?(?P<post>(?:党组)?{_WORDS}{{0,14}}?主席.*)$"


def _union_beside(scene: Scene, body: str, title: str) -> tuple[str, str, str]:
    """(union, its part of the title, the rest) for a title that holds an office of the body's own union; empty ids when it does not."""
    hit = compiled(_UNION_POST).search(title)
    if hit is None:
        return "", "", title
    entity = scene.entities[body]
    stem = compiled(f"{either('organ')}$").sub("", entity.name)
    own = [
        e.id
        for e in scene.entities.values()
        if e.type == "Union" and e.name.startswith((f"{entity.name}工会", f"{stem}工会", f"{stem}总工会"))
    ]
    return (own[0], hit["post"], title[: hit.start()]) if len(own) == 1 else ("", "", title)


def _firm_post(title: str) -> re.Match[str] | None:
    """A post in the firm behind that in its union: 主席|、副总经理."""
    return compiled(f"、(?P<post>(?:常务)?副?{either('firm_post')}(?:助理)?(?:、.*)?)$").search(title)


def _firm_of(scene: Scene, body: str) -> str:
    """The firm or house whose union a body is, "" when it is none or the page does not know it."""
    entity = scene.entities[body]
    stem = compiled("工会(?:委员会)?$").sub("", entity.name)
    if entity.type != "Union" or stem == entity.name:
        return ""
    return next((other.id for other in scene.cast.called(stem) if other.type in {"Company", "Organization"}), "")


def _bodies(sentence: Sentence, start: int, end: int) -> Iterator[tuple[str, str]]:
    """(body, title) for the chain of titles in the folded span, which a name ends."""
    text = sentence.text
    # 某盟林草局某盟防火站站长, 某工会驻某市工作站站长: a region behind a body begins the name of its unit.
    units = {i.at: i.text for i in sentence.inside(start, end, "Region") if compiled("<A>驻?$").search(text[: i.at])}
    items = [i for i in sentence.inside(start, end) if i.at not in units]
    for number, item in enumerate(items):
        if text[item.at] != SIGNS["<A>"]:
            continue
        stop = items[number + 1].at if number + 1 < len(items) else end
        # After a mark of enumeration another name of the list begins: 某校、副县长 X is no title of the school.
        title = "".join(units.get(at, text[at]) for at in range(item.at + 1, stop)).rstrip(",、 兼暨").lstrip()
        if item.type == "Company":
            title = title.removeprefix("困难")  # of a firm one of its own; 帮扶困难职工 is what a union does
        last = stop == end
        won = compiled(f"^的{_WORDS}{{0,6}}<H>{_WORDS}{{0,8}}$").match(text[item.at + 1 : end])  # 来自某厂的“…”X
        if (title and _office(title)) or (last and compiled("^的?$").match(title)) or won:
            yield item.entity, "" if won else title.removesuffix("的")
        elif text[item.at + 1 : stop] == "" and compiled(f"{either('unit', 'branch')}$").search(items[number + 1].text):
            # 某公司“青年班组”班长: the post is in the unit and in the body that the unit belongs to.
            yield item.entity, items[number + 1].text + text[stop + 1 : end].removesuffix("的")


# An office in the Party committee of the same body, and titles that belong to another body: 市领导, 副市长, 劳模代表.
_PARTY = f"{either('party')}(?=(?:副?书记|委员|成员))"
_ELSEWHERE = (
    f"{either('facility', 'organ')}{_WORDS}|^[省市县区镇乡]{_WORDS}{{4,}}|^[省市县区州盟旗镇乡]?(?:等)?领导$|代表$"
    "|(?:^|、)副?(?:省|市|县|区|州|盟|旗|镇|乡)长"
)


def _more(sentence: Sentence, place: int, body: str, label: str) -> Iterator[Fact]:
    """Further persons of the same body: 主席 X、副主席 Y、Z."""
    follow = compiled(f"(?:[、和及]|,(?={_WORDS}{{2,14}}<P>))(?P<title>{_WORDS}{{0,14}}?)<P>")
    # 主席 X 讲话,副主席 Y 主持: an office without a body.
    later = compiled(f"[^,;。<A><P><I>]{{1,10}}[,;](?P<title>(?:(?:党组|党委)?(?:成员、)?(?:常务)?副?{either('office')}、?){{1,2}})<P>")
    while match := follow.match(sentence.text, place) or later.match(sentence.text, place):
        title = match["title"].strip()
        if title and (not _office(title) or compiled(_ELSEWHERE).search(compiled(_PARTY).sub("", title))):
            return  # no office, or one in a body that nobody recognised
        label = title or label
        yield Fact(sentence.at(match.end() - 1).entity, "holdsPost", body, sentence, "post.list", label)
        place = match.end()


def _titles(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    for match in compiled(f"(?:{_LINK})+<P>").finditer(sentence.text):
        person = sentence.at(match.end() - 1)
        start = match.start()
        # 甲当选为某会主席,某市总工会副主席乙授牌: the first title is another's.
        if compiled("(?:为|任|是|系|当选)$").search(sentence.text[:start]) and "," in sentence.text[start : match.end()]:
            start = sentence.text.index(",", start)
        held = list(_bodies(sentence, start, match.end() - 1))
        for body, label in held:
            union, post, rest = _union_beside(scene, body, label)
            if union:
                yield Fact(person.entity, "holdsPost", union, sentence, "post.union", post)
            elif (firm := _firm_of(scene, body)) and (further := _firm_post(label)):  # 某公司工会主席、副总经理
                yield Fact(person.entity, "holdsPost", firm, sentence, "post.firm", further["post"])
                rest = label[: further.start()]
            # 某厂工会主席 read as 某厂 and 工会主席 is an office in the union alone.
            if rest or not union:
                yield Fact(person.entity, "holdsPost", body, sentence, "post.title" if label else "post.beside", rest)
        # 某公司的甲、乙 are both of it.
        if held and (held[-1][1] or sentence.text[match.end() - 2] == "的"):
            yield from _more(sentence, match.end(), *held[-1])


def _after(sentence: Sentence) -> Iterator[Fact]:
    """X 任 Y 主席, X(Y 主席)."""
    taking = either("serve", "served", "elected", "be_post", "become")
    verbs = rf"(?:,?(?:同志)?(?:现|曾|还|也|已|原|全票|高票|光荣|再次|连续)?{taking}(?:了|过)?|\()"
    for match in compiled(
        f"<P>{verbs}(?:<A>(?:旗下|下属|所属|下辖)?的?)?<A>(?P<title>{_WORDS}{{0,14}}?{either('office', 'worker')}(?!会|们))"
    ).finditer(sentence.text):
        body = sentence.at(match.start("title") - 1)
        yield Fact(sentence.at(match.start()).entity, "holdsPost", body.entity, sentence, "post.is", match["title"].lstrip("的"))


def _at() -> str:
    """At work in a body: X 在 Y 任主席, X 在 Y 从事焊接工作 is no post."""
    doing = f"(?:{either('serve')}|[任当做])(?:着|了|过|一名|名)?"
    return f"<P>(?:同志)?(?:曾|现|还|一直|目前|长期)?[在于](?P<body><A>)(?:里|内)?{doing}"


def _within(sentence: Sentence) -> Iterator[Fact]:
    """X 在 Y 当副主席; X ...,当着 Y 副会长: the subject of the sentence."""
    text = sentence.text
    for match in compiled(f"{_at()}(?P<title>{_WORDS}{{0,14}}?{either('office', 'worker')}(?!会))(?=[,;。、:]|$)").finditer(text):
        body = sentence.at(match.start("body"))
        yield Fact(sentence.at(match.start()).entity, "holdsPost", body.entity, sentence, "post.at", match["title"])
    verbs = f"(?:{either('serve', 'served', 'as_post')}|当[着上]|[是系](?=<A>))"
    adverb = "(?:并|还|也|又|同时|现在?|如今|目前|眼下|曾|后|先后)?"
    post = f"(?P<title>{_WORDS}{{0,14}}?{either('office', 'worker')}(?!会))(?=[,;。、]|$)"
    told = rf"{verbs}(?:了|过)?(?P<body><A>)的?(?:一[名位个])?{post}"
    there = f"在(?P<there><A>)(?:里|内)?(?:{either('serve')}|任|当){post.replace('title', 'place')}"
    for match in compiled(f"(?:^|[,;:])(?:他|她)?{adverb}(?:{told}|{there})").finditer(text):
        named = sentence.inside(0, match.start(), "Person")
        body = sentence.at(match.start("body") if match["body"] else match.start("there"))
        if named:
            yield Fact(named[-1].entity, "holdsPost", body.entity, sentence, "post.at", match["title"] or match["place"])
            yield from _besides(sentence, match.end(), named[-1].entity)


def _besides(sentence: Sentence, place: int, who: str) -> Iterator[Fact]:
    """Further posts of the same person: 是某厂首席技师、某校副院长."""
    one = compiled(f"、(?P<body><A>)(?P<title>{_WORDS}{{0,14}}?{either('office', 'worker')}(?!会))(?=[,;。、]|$)")
    while match := one.match(sentence.text, place):
        yield Fact(who, "holdsPost", sentence.at(match.start("body")).entity, sentence, "post.at", match["title"])
        place = match.end()


def _seen(sentence: Sentence) -> Iterator[Fact]:
    """A worker met in a company: 在某厂,班长 X 说; 走进某厂,见到了该厂焊工 X. Of 隔壁厂焊工 X the sentence does not say whose he is."""
    there = "^(?:[^,;。<A><P>]{0,12},)?(?:走进|来到|在)(?P<body><A>)[^,;。<A><P>]{0,12},"
    met = "(?:[^;。<A><P>]{0,24}?(?:[,了到对]|[该本](?:[厂矿店]|公司)))??"
    own = f"(?:(?!{either('facility')})[^,;。、了到对该本<A><P>]){{0,8}}?"
    job = f"(?:{own}、)?(?P<title>{own}(?<!<H>){either('worker', 'job')})(?P<who><P>)"
    for match in compiled(there + met + job).finditer(sentence.text):
        body = sentence.at(match.start("body"))
        if body.type == "Company":
            yield Fact(sentence.at(match.start("who")).entity, "holdsPost", body.entity, sentence, "post.seen", match["title"])


def _chosen(sentence: Sentence) -> Iterator[Fact]:
    """X 当选首任主席: of the union just founded, else of the one named last in the sentence."""
    chosen = rf"(?P<who><P>),?(?:同志)?(?:全票|高票)?当选为?(?P<title>{_WORDS}{{0,14}}?主席)(?=[,;。])"
    for match in compiled(chosen).finditer(sentence.text):
        founded = [
            sentence.at(max(hit.start("body"), hit.start("new"))) for hit in pattern("founded").finditer(sentence.text, 0, match.start())
        ]
        unions = [item for item in founded if item.type == "Union"] or sentence.inside(0, match.start(), "Union")
        if unions:
            yield Fact(sentence.at(match.start("who")).entity, "holdsPost", unions[-1].entity, sentence, "post.chosen", match["title"])


def _rows(sentence: Sentence) -> Iterator[Fact]:
    """A row of a list of those honoured: X  某厂焊工; X,男,某厂焊工."""
    about = r"(?:|,(?:[男女](?:,[^,;。<A><P>]{2,12}){0,3},)?)"
    row = compiled(f"(?:^|:)(?P<who><P>){about}(?P<body><A>)(?P<title>{_WORDS}{{1,24}})(?=$|[,。;])").search(sentence.text)
    if row is not None and _office(row["title"]):
        body = sentence.at(row.start("body")).entity
        yield Fact(sentence.at(row.start("who")).entity, "holdsPost", body, sentence, "post.row", row["title"])


def _bylines(sentence: Sentence) -> Iterator[Fact]:
    """某县总工会 X Y: all who sign, by the body before the first."""
    signed = compiled(f"^(?P<body><A>){_TITLE}{{0,12}}? *<P>(?P<more>(?:[ 、]*<P>)+)$").match(sentence.text)
    for person in sentence.inside(signed.start("more"), signed.end("more"), "Person") if signed else ():
        yield Fact(person.entity, "holdsPost", sentence.at(0).entity, sentence, "post.byline")


def _at_work(scene: Scene, sentence: Sentence, placed: set[str]) -> Iterator[Fact]:
    """操作工 X, 车间主任 Y: of the firm named last before, unless they are of another body (`placed`)."""
    for match in compiled(f"(?:^|[。,;:“])(?P<title>{_WORDS}{{0,6}}?(?:{either('at_work')}|工))(?P<who><P>)").finditer(sentence.text):
        who, title = sentence.at(match.start("who")).entity, match["title"]
        if who in placed or not _office(title) or compiled(_ELSEWHERE).search(title):
            continue
        firms = (
            i.entity if i.type == "Company" else _firm_of(scene, i.entity)
            for i in scene.before(sentence, match.start())
            if i.type in ACTORS
        )
        if firm := next(firms, ""):
            yield Fact(who, "holdsPost", firm, sentence, "post.work", title)


def _magistrates(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """某镇副镇长、某会主席 X: in the government of the place, if the page knows it."""
    for match in compiled(
        f"(?P<where><R>)(?P<title>(?:党委副书记、|常务)?副?[省市县区州盟旗镇乡]长)(?:、<A>{_WORDS}{{0,20}})?(?P<who><P>)"
    ).finditer(sentence.text):
        region = scene.entities[sentence.at(match.start("where")).entity].name
        body = next((b for name in (f"{region}政府", f"{region}人民政府") for b in scene.cast.called(name)), None)
        if body is not None:
            yield Fact(sentence.at(match.start("who")).entity, "holdsPost", body.id, sentence, "post.magistrate", match["title"])


@cache
def _pointed() -> str:
    return alternation.either(name_words().pointed)


def _deictic(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    """集团党委书记、董事长 X: in the company named last before, as far as the title names no other body."""
    nouns = f"(?:该|本)?(?:集团|公司|企业|厂)|该(?P<noun>{_pointed()})"
    pattern = f"(?:^|[,;:、是和与同])(?:{nouns})(?P<title>{_WORDS}{{0,20}}?{either('office')})<P>"
    for match in compiled(pattern).finditer(sentence.text):
        before = (i for i in scene.before(sentence, match.start()) if i.type in {"Company", "Organization"})
        noun = match["noun"]
        company = next((i.entity for i in before if (i.text.endswith(name_words().pointed[noun]) if noun else i.type == "Company")), None)
        if company and _office(match["title"]):
            person = sentence.at(match.end() - 1).entity
            yield Fact(person, "holdsPost", company, sentence, "post.deictic", match["title"])
            yield from _more(sentence, match.end(), company, match["title"])


def _he(sentence: Sentence, last: str | None) -> Iterator[Fact]:
    """他是 X 公司的焊工, 她现任 Y 主席: the person named last."""
    verbs = rf"(?:现在?|现为|曾|原)?(?:{either('serve', 'served', 'elected', 'be_post')}|作为)(?:了|过)?"
    pattern = f"{PRONOUN}{verbs}<A>(?P<title>{_WORDS}{{0,16}}?{either('office', 'worker')}(?!会))(?=[,;。、])"
    for match in compiled(pattern).finditer(sentence.text):
        if who := pronoun(sentence, match.end() - 1, last):
            body, title = _actor(sentence, match.start(), match.end()), match["title"].lstrip("的")
            yield Fact(who, "holdsPost", body.entity, sentence, "post.he", title)


def _actor(sentence: Sentence, start: int, end: int) -> Item:
    return next(i for i in sentence.inside(start, end) if sentence.text[i.at] == SIGNS["<A>"])


def find(scene: Scene) -> Iterator[Fact]:
    """holdsPost of an article: titles before and after names; in a byline the body alone will do."""
    with_names = [one for one in scene.sentences if SIGNS["<P>"] in one.text]
    held = [fact for sentence in with_names for fact in _in_sentence(scene, sentence)]
    held += [fact for sentence, last, _ in told_of(scene) for fact in _he(sentence, last)]
    yield from held
    placed = {fact.head for fact in held}
    for sentence in with_names:
        yield from _at_work(scene, sentence, placed)


def _in_sentence(scene: Scene, sentence: Sentence) -> Iterator[Fact]:
    yield from _titles(scene, sentence)
    yield from _after(sentence)
    yield from _within(sentence)
    yield from _deictic(scene, sentence)
    yield from _seen(sentence)
    yield from _chosen(sentence)
    yield from _bylines(sentence)
    yield from _rows(sentence)
    yield from _magistrates(scene, sentence)
