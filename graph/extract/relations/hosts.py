"""Who stands nearer to an initiative than the subject: hosts before (X 主办的 I), owners (X 第二届 I), hosts after (I 由 X 主办)."""

from graph.extract.relations.actors import Group, clause_end, clause_start
from graph.extract.scenes.scene import compiled, either

# Actor ids with the verb that ties them to the initiative.
Hosts = list[tuple[tuple[str, ...], str]]
# Verbs of hosting alone: they tie a body to the event before it without 由.
_HOSTING = frozenset({"主办", "承办", "协办", "联办", "合办"})
_ORDERS = "通知|要求|部署|安排|意见|方案|精神|号召|决定|倡议"
_ASIDE = r"(?:\([^()<A><I>]*\))?"
_ORDINAL = r"^(?:的|旗下)?(?:第.{1,3}届|首届|\d{4}年度?)$"


def _before(found: list[Group], place: int) -> list[Group]:
    return [group for group in found if group.end <= place and group.role != "region"]


def _with_subject(text: str, left: list[Group]) -> tuple[str, ...]:
    """The ids of the last group, with those of the group whose partner it is: A 与 B 联合主办的 I."""
    last = left[-1].ids
    joins = f"^{either('with', 'and_with')}$"
    if left[-1].role == "partner" and len(left) > 1 and compiled(joins).match(text[left[-2].end : left[-1].start]):
        return (*left[-2].ids, *(i for i in last if i not in left[-2].ids))
    return last


def _relative(text: str, left: list[Group], place: int) -> Hosts:
    """X 主办的 I; with a chain of hosts before it (由 W 指导, X 主办的 I) those, too."""
    between = text[left[-1].end : place]
    deeds = (f"[^,;:的<A>]{{0,8}}?(?P<verb>{either('host', 'run')})", f"(?P<verb>{either('jointly')}[^,;:的<A>]{{1,4}})")
    hit = next((hit for deed in deeds if (hit := compiled(f"^{deed}了?的[^,;:<A>]{{0,14}}$").match(between))), None)
    if hit is None or hit["verb"] == "命名":  # who names a house does not run it
        return []
    return _chain(text, left, (_with_subject(text, left), hit["verb"]))


def _chain(text: str, left: list[Group], last: tuple[tuple[str, ...], str]) -> Hosts:
    """The last host with those before it that a host verb and a mark tie to it: W 指导, X 主办, (Y 承办)."""
    hosts = [last]
    for group, after in zip(left[-2::-1], left[:0:-1], strict=False):
        between = text[group.end : after.start]
        chain = compiled(f"^[^,;:<A><I>]{{0,6}}(?P<verb>{either('host')}){either('host')}?[,、]{either('with')}?$").match(between)
        if chain is None:
            break
        hosts.insert(0, (group.ids, chain["verb"]))
    return hosts


def _listed(text: str, left: list[Group], place: int) -> Hosts:
    """X 主办,Y 承办 I without 由 and 的."""
    hit = compiled("^(?P<verb>主办|承办|协办|联办|合办)了?[^,;:。<A><I>的]{0,8}$").match(text[left[-1].end : place])
    hosts = _chain(text, left, (left[-1].ids, hit["verb"])) if hit else []
    return hosts if len(hosts) > 1 else []


def _owner(text: str, left: list[Group], place: int) -> Hosts:
    """X 第二届 I, X 的 I, X I 活动: what belongs to X; 落实 X 关于开展 I 的通知: what X has others do."""
    last = left[-1]
    # X“I”“J”, X“I”活动和“J”: what stands behind another of X's.
    between = compiled("^的?(?:<I>(?:[^,;:。、<A><I>]{0,4}[和与及])?)+$").sub("", text[last.end : place])
    ordered = compiled("^(?:关于|有关)[^,;:。<A><I>]{0,12}$").match(between)
    if ordered and compiled(f"^[^,;:。<A>]{{0,10}}(?:{_ORDERS})").match(text[place + 1 :]):
        return [(last.ids, "")]
    if last.role == "partner" and (between or not compiled(f"{either('and_with', 'heed')}$").search(text[: last.start])):
        return []
    owned = compiled(_ORDINAL).match(between)
    if last.role != "place":
        beside = not between and not compiled(f"^{either('attributive')}").match(text[place + 1 :])
        # 建成 X I, 授予 X I: X is where it is built or who gets it, and somebody else acts.
        if beside and last.role == "object" and compiled(f"{either('found', 'grant', 'given', 'send')}了?$").search(text[: last.start]):
            return []
        return [(last.ids, "")] if owned or beside or between == "的" else []
    return [(last.ids, "")] if owned else []


def _doing(text: str, place: int) -> bool:
    """Whether an agent without a closing formula runs what stands before it: it does not take it up, judge it or win it."""
    rest = text[place : clause_end(text, place)]
    return not compiled(f"^[^<A><I>]{{0,8}}(?:纳入|列为|列入|评为|评选为|推荐|授予|命名|颁发|{either('win')}|{either('take')})").match(rest)


def lending(text: str, group: Group, place: int) -> bool:
    """Whether bodies of a later clause join in what was done before it: X 举办 I,Y、Z 一起出力."""
    done = compiled(f"{either('run', 'host')}[^,;。<A>]*<I>").search(text[clause_start(text, place) : place + 1])
    opens = group.role == "subject" and group.start == clause_start(text, group.start)
    return bool(done and opens and compiled(either("lend")).match(text[group.end :]))


def _after(text: str, found: list[Group], place: int) -> Hosts:
    """Actors after the initiative that a host formula ties to it: I 由 X 主办, Y 承办; I 是 X、Y 联合推出的."""
    hosts: Hosts = []
    for group in found:
        if group.start < place or group.role == "region":
            continue
        between = compiled("^(?:暨|、|和|与|及|以<I>为主题|为主题的)<I>?").sub("", text[place + 1 : group.start])
        if compiled("[<I>。]").search(between):
            break
        more = "(?:[、和与](?:<A>|(?:<R>)?[^,;。、<A><I>]{2,16})){0,4}?"
        closing = compiled(f"^{more}{_ASIDE}[^,;。<A><I>]{{0,8}}?(?P<verb>{either('host')})(?:[,;。]|$)").match(text[group.end :])
        near = group.role == "agent" and compiled("^[^,;。]{0,15}$").match(between) and _doing(text, group.end)
        told = compiled(f"^[^,;。<I>]{{0,16}}?(?P<verb>{either('host', 'run')})了?(?:的|而成|[,;。]|$)").match(text[group.end :])
        joins = hosts and group.role == "partner" and compiled(f"^[^,;。<I>]*{either('with', 'and_with')}$").match(between)
        if told and (joins or compiled("^[^,;。<A><I>]{0,8}是由?$").match(between)):
            hosts.append((group.ids, told["verb"]))
        elif (closing and (group.role == "agent" or hosts or closing["verb"] in _HOSTING)) or near:
            hosts.append((group.ids, closing["verb"] if closing else ""))
    return hosts


def _named_hosts(text: str, found: list[Group], place: int) -> Hosts:
    """主办 I 的是 X 和 Y."""
    verb = compiled(f"(?P<verb>{either('host')})了?[^,;。<A><I>]{{0,4}}$").search(text[:place])
    for group in found:
        if (
            verb
            and group.start > place
            and compiled("^[^,;。<A><I>]{0,6}的(?:单位)?(?:是|为|有|包括)$").match(text[place + 1 : group.start])
        ):
            return [(group.ids, verb["verb"])]
    return []


def _built(text: str, left: list[Group], place: int) -> Hosts:
    """X 建设的 Y 厂 I: X runs it, at Y's."""
    if len(left) < 2 or left[-1].end != place or text[left[-1].start - 1] != "的":
        return []
    return _relative(text, left[:-1], left[-1].start)


def hosts_of(text: str, found: list[Group], place: int) -> Hosts:
    """The hosts and owners of the initiative folded at `place`; empty when the subject of its sentence decides."""
    left = _before(found, place)
    before = (
        (_relative(text, left, place) or _listed(text, left, place) or _built(text, left, place) or _owner(text, left, place))
        if left
        else []
    )
    if hosts := _named_hosts(text, found, place) or before + _after(text, found, place):
        return hosts
    # X 主办的 I 启动仪式暨 J: whose the first is the second is, too.
    joined = compiled("<I>(?:[^,;。<A><I>]{0,16}暨[^,;。<A><I>]{0,16}|(?<=的<I>)[和与及])$").search(text[:place])
    return hosts_of(text, found, joined.start()) if joined else []
