"""Mentions of persons: signers, holders of posts, workers by their job, speakers, members of lists, and names told before."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick_rs

from graph.extract.language.person_names import Candidate, best, dotted, named_after, person_words, shaped, whole
from graph.extract.language.segments import Token, tokens
from graph.extract.people.lists import NAMES_LIST, OF_PEOPLE, between, members
from graph.extract.people.weighed import weighed
from graph.extract.places.gazetteer import gazetteer
from graph.records import Article, Block, Mention, Page, replace

__all__ = ["find"]

_GAP = re.compile(r"(?:候选人|人选)?(?:同志)?(?:\([^()]{1,12}\))?[ :]{0,3}")
_LIST = re.compile(r"[、 ]|和|与|及|以及")
# 李文等50名先进个人: one of those who are counted.
_COUNTED = re.compile(r"([一-鿿]{2,3})(?=等(?:同志)?(?:\d+|[一二两三四五六七八九十]+)[余多]?(?:名|位|人(?![员工才]))|等同志)")
_RECIPIENT, _DEPARTMENT = "向给", "部处室办局组队"
_ROW = re.compile(r"(?:\A|(?<=[\n:]))(?:\d{1,3}[.、 ] ?)?([一-鿿]{2,3}|[一-鿿] {1,2}[一-鿿]) {1,4}\Z")  # 周岚 某某公司焊工, in a list
_HANDED = re.compile("[颁授赠送]")
_BRACKET, _PART = re.compile(r"\(([一-鿿]{2,3}(?: [一-鿿]{2,3}){1,4})\)"), re.compile(r"[一-鿿]+")
_OPENING = re.compile(r"(?:^|(?<=[。,;!?”:」\n ]))")
# At the head of a clause or behind 的 and the like, before an ordinary word: 老李 is a person, 老年 and 小区 are not.
_FAMILIAR = re.compile(r"(?:(?<![一-鿿])|(?<=[的给让请和与问对是]))[老小]([一-鿿])")


def find(page: Page, article: Article, bodies: Sequence[Mention]) -> list[Mention]:
    """The persons whom the article names, in order of their place; the spans hold the names alone.

    `rule`: person.byline, person.post, person.job, person.speech, person.address, person.list, person.dotted, person.weighed, person.again.
    """
    reader = _Reader(page, article, bodies)
    for byline in article.bylines:
        reader.add(byline.start, byline.end, "person.byline")
    for block in article.blocks:
        reader.read(block)
    reader.weigh()
    reader.complete()
    reader.again()
    return sorted(reader.found, key=lambda m: m.start)


@cache
def _titles() -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
    words = person_words()
    entries = sorted(words.posts | words.jobs | words.signers)
    return entries, ahocorasick_rs.AhoCorasick(entries, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


class _Reader:
    """One article while its persons are found."""

    def __init__(self, page: Page, article: Article, bodies: Sequence[Mention]) -> None:
        self.page, self.view, self.article = page, page.view, article
        self.taken = {place for body in bodies for place in range(body.start, body.end)}
        self.ends = {body.end for body in bodies}
        self.starts = [body.start for body in bodies]
        self.found: list[Mention] = []
        self.line: Sequence[Token] = []

    def add(self, start: int, end: int, rule: str, *, name: str | None = None) -> bool:
        """Keep a name unless it overlaps a body or another name; whether it is kept."""
        if named_after(self.view, end) or any(place in self.taken for place in range(start, end)):
            return False
        self.taken.update(range(start, end))
        text = self.view[start:end]
        name = name or (text.replace(" ", "") if " " in text else None)
        self.found.append(Mention("Person", start, end, text, self.article.id, rule, name=name))
        return True

    def read(self, block: Block) -> None:
        """Find the names of a block that stand behind a title, before an act of speech, or in a list."""
        self.line = tokens(self.view[block.start : block.end], block.start)
        for start in self.starts:
            row = _ROW.search(self.view, max(block.start, start - 14), start) if block.start < start < block.end else None
            if row is not None and whole(row[1].replace(" ", "")):
                self.add(row.start(1), row.end(1), "person.list")
        for match in _BRACKET.finditer(self.view, block.start, block.end):
            places = [(m.start(), m.end()) for m in _PART.finditer(self.view, match.start(1), match.end(1))]
            if all(whole(self.view[slice(*place)]) for place in places):
                for place in places:
                    self.add(*place, "person.byline")
        for start, end, rule in self._titled(block):
            if self.add(start, end, rule):
                self._go_on(end, block.end)
                self._go_back(start, block.start)
        for start, end in self._speakers(block):
            self.add(start, end, "person.speech")
        found = [(place, "person.dotted") for place in dotted(self.view, block.start, block.end)]
        for place, rule in found + [(place, "person.list") for place in (*self._lists(block), *self._counted(block))]:
            self.add(*place, rule)
            self._go_back(place[0], block.start)
        for start, end in self._addressed(block):
            self.add(start, end, "person.address")

    def _titled(self, block: Block) -> Iterator[tuple[int, int, str]]:
        entries, automaton = _titles()
        words = person_words()
        edges = {block.end, *(token.start for token in self.line)}
        for index, first, stop in automaton.find_matches_as_indexes(self.view[block.start : block.end]):
            if block.start + first not in edges and block.start + stop not in edges:
                continue  # 女儿 in 妇女|儿童
            title, after = entries[index], block.start + stop
            if title in words.jobs and title[-1] in "工员" and self.view.startswith("长", after):  # 维修|工长
                title, after = "工长", after + 1
            gap = _GAP.match(self.view, after, block.end)
            start = gap.end() if gap else after
            candidate = best(self.view, start, block.end, rare=title in words.posts or title == "获得者")
            if candidate is None:
                continue
            spaced = start > after
            if title in words.posts:
                speaks = candidate.end - start == 3 and self.view.startswith(tuple(words.speech), candidate.end)  # 主席齐为民表示
                if (candidate.noun or candidate.verb) and not spaced and self.view[start] not in words.common and not speaks:
                    continue
                need = 0.3 if candidate.closed or candidate.unknown or spaced else 1.0
                rule = "person.post"
            else:
                if not spaced and not self._sure(start, candidate):
                    continue
                need = 1.2
                rule = "person.job" if title in words.jobs else "person.byline"
            if candidate.score >= need:
                yield start, candidate.end, rule

    def _sure(self, start: int, candidate: Candidate) -> bool:
        """Whether a name after a job is clear enough: 职工 and 工人 open ordinary phrases, too."""
        common = self.view[start] in person_words().common
        long = candidate.end - start >= 3
        if candidate.unknown and candidate.score >= 2.4 and self.view.startswith(tuple(person_words().speech), candidate.end):
            return True
        if candidate.unknown:
            return common or (candidate.score >= 1.9 and not candidate.noun and long)
        return long and not candidate.verb and not "一" <= self.view[candidate.end : candidate.end + 1] <= "鿿" and candidate.score >= 1.2

    def _go_on(self, end: int, limit: int) -> None:
        """Take the further names of a list: 张三、李四和王五."""
        while True:
            mark = _LIST.match(self.view, end, limit)
            if mark is None:
                return
            candidate = best(self.view, mark.end(), limit)
            told = candidate is not None and candidate.closed and candidate.score >= 1.6
            stop = candidate.end if candidate is not None and told else between(self.view, mark.end(), limit)
            if stop is None or not self.add(mark.end(), stop, "person.list"):
                return
            end = stop

    def _go_back(self, start: int, floor: int) -> None:
        """Take the names left of a name in a list: 张三、李四 before 王五."""
        words = person_words()
        while start - 3 > floor and self.view[start - 1] == "、":
            size = next((n for n in (3, 2) if self._item(start - 1 - n, start - 1, floor)), None)
            if size is None or self.view[start - 1 - size] not in words.common:
                return
            start -= size + 1
            if not self.add(start, start + size, "person.list"):
                return

    def _item(self, start: int, end: int, floor: int) -> bool:
        """Whether a span before 、 is a name with a mark or a word that ends before it."""
        text = self.view[start:end]
        if start < floor or not whole(text) or not set(text[1:]) <= person_words().given or gazetteer().candidates(text):
            return False
        before = tokens(self.view[max(floor, start - 6) : end], max(floor, start - 6))
        return not any(token.start < start < token.end for token in before)

    def _speakers(self, block: Block) -> Iterator[tuple[int, int]]:
        words = person_words()
        for match in _OPENING.finditer(self.view, block.start, block.end):
            candidate = best(self.view, match.end(), block.end)
            if candidate is None or candidate.score < 1.5:
                continue
            if self.view.startswith((*words.speech, *words.behind, *words.elected), candidate.end):
                yield match.end(), candidate.end

    def _lists(self, block: Block) -> Iterator[tuple[int, int]]:
        """Lists of two names or more between 、 whose items all have the shape of names and mostly no other meaning."""
        for match in NAMES_LIST.finditer(self.view, block.start, block.end):
            items = members(self.view, match.start(), match.end(), block.end)
            if self.view[match.start()] in _RECIPIENT and _HANDED.match(self.view, match.end()) and items[0][1] - items[0][0] > 2:
                items[0] = (items[0][0] + 1, items[0][1])  # 向|林琪、樊帆颁发
            if len(items) > 2 and not shaped(self.view[slice(*items[0])]):
                items = items[1:]  # 以|王强、李静 ...: who stands first is read from here backwards
            if len(items) < 2 and self.view[match.start() - 1 : match.start()] != "、":
                continue
            sure = sum(whole(self.view[start:end]) for start, end in items)
            odd = [item for item in items if not shaped(self.view[slice(*item)])]
            # Among many names one without a known surname is a name, too.
            if len(odd) > len(items) // 6 or any(self._other(*item) for item in items):
                continue
            handed = self.view[items[0][0] - 1] in _RECIPIENT and _HANDED.match(self.view, match.end())
            among = sure == len(items) > 2 and self.view[match.end() : match.end() + 1] != "等"
            long = among or any(end - start == 3 for start, end in items)
            if 2 * sure > len(items) and (long or handed or OF_PEOPLE.match(self.view, match.end())):
                yield from items

    def _counted(self, block: Block) -> Iterator[tuple[int, int]]:
        """A name before 等 and a count of persons, with a mark or a word that ends before it."""
        for match in _COUNTED.finditer(self.view, block.start, block.end):
            for start in (match.end() - 3, match.end() - 2):
                if not self._other(start, match.end()) and self._item(start, match.end(), block.start):
                    yield start, match.end()
                    break

    def _other(self, start: int, end: int) -> bool:
        return self.view[end - 1] in _DEPARTMENT or bool(gazetteer().candidates(self.view[start:end]))

    def _addressed(self, block: Block) -> Iterator[tuple[int, int]]:
        """Names behind 岁的, and before 同志, 先生 and the like."""
        words = person_words()
        for token in self.line:
            if token.text[0] not in words.surnames or not (len(token.text) == 1 or token.tag.startswith("nr")):
                continue
            aged = self.view.endswith("岁的", 0, token.start)
            called = token.text[0] in words.common and any(self.view.startswith(words.behind, token.start + size) for size in (2, 3, 4))
            candidate = best(self.view, token.start, block.end) if aged or called else None
            if candidate is None or candidate.score < 1.2 or not candidate.unknown:
                continue
            if (aged and candidate.closed) or self.view.startswith(words.behind, candidate.end):
                yield token.start, candidate.end

    def weigh(self) -> None:
        """Find the names that nothing but the words around them tells."""
        blocks = self.article.blocks
        lines = [tokens(self.view[block.start : block.end], block.start) for block in blocks]
        known = {mention.text for mention in self.found}
        for start, end in weighed(self.view, blocks, lines, self.taken, self.ends):
            self.add(start, end, "person.again" if self.view[start:end] in known else "person.weighed")

    def complete(self) -> None:
        """Give a name of two characters the third that it has elsewhere in the article (书记查正|严正蹲在, but 查正严说)."""
        full = {mention.text for mention in self.found}
        alone = {mention.text for mention in self.found if self.view[mention.start : mention.end + 1] not in full}
        for place, mention in enumerate(self.found):
            longer = self.view[mention.start : mention.end + 1]
            two = mention.end - mention.start == 2 and mention.text not in alone  # 王志 is somebody else than 王志强: 王志|强调
            if two and len(longer) == 3 and longer in full and mention.end not in self.taken:
                self.taken.add(mention.end)
                self.found[place] = replace(mention, end=mention.end + 1, text=longer)

    def again(self) -> None:
        """Find the other places where the names stand."""
        names = sorted({m.text for m in self.found})
        if not names:
            return
        automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        for block in self.article.blocks:
            for _, first, last in automaton.find_matches_as_indexes(self.view[block.start : block.end]):
                start, end = block.start + first, block.start + last
                if self._stands_alone(start, end, block):
                    self.add(start, end, "person.again")
        self._familiar()

    def _familiar(self) -> None:
        """Find 老李 and 小王 where one person of that surname is named in the article."""
        named: dict[str, set[str]] = {}
        for mention in self.found:
            named.setdefault(mention.text[0], set()).add(mention.name or mention.text)
        for block in self.article.blocks:
            for match in _FAMILIAR.finditer(self.view, block.start, block.end):
                names = named.get(match[1], set())
                if len(names) == 1 and self._stands_alone(match.start(), match.end(), block):
                    self.add(match.start(), match.end(), "person.familiar", name=min(names))

    def _stands_alone(self, start: int, end: int, block: Block) -> bool:
        left, right = max(block.start, start - 6), min(block.end, end + 6)
        long = end - start > 2  # three characters are no chance, whatever word the dictionary cuts at their end (许燕|军代表)
        words = [t for t in tokens(self.view[left:right], left) if len(t.text) > 1]
        return all(not (t.start < start < t.end or (t.start < end < t.end and not long)) for t in words)
