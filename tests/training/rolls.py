"""Lists below a title, as papers print them: names put up, prizes, calls for entries, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspaper import Story
from training.reporter import NUMBERS

if TYPE_CHECKING:
    from training.official import Official

TITLES = {
    "public": ("{P}<SHORTJOB>先进个人公示名单", "拟表彰对象公示", "<TERM>{P}“<FOUR>”获奖名单公布",
               "{P}人大代表候选人名单", "{B}录取名单", "公示名单", "<SHORTJOB>光荣榜", "红黑榜"),
    "prizes": ("“<FOUR>”征文获奖名单", "{P}<SHORTJOB>知识竞赛获奖名单", "获奖名单",
               "{B}“<FOUR>”摄影大赛揭晓", "<TERM>{P}好人榜"),
    "call": ("“<FOUR>”征文启事", "征稿启事", "{B}招聘启事", "{P}老照片征集启事", "“<Q>”征集启事",
             "关于征集{T}建议的公告", "{P}志愿者招募令", "招生简章", "活动预告", "公益课程表"),
    "table": ("{P}<SHORTJOB>进度一览表", "本周停电安排", "<TERM>{P}空气质量排名", "赛程表",
              "{T}开放时间", "今日菜价", "便民电话", "积分榜", "{B}坐诊时间表", "本月红榜"),
    "names": ("{P}新任干部名单", "无偿献血者名单", "捐款人名单", "{B}毕业生名录", "致谢",
              "志愿者名单", "出席代表名单"),
}  # fmt: skip
ITEMS = (
    "{B}  {N}", "{N}  {B}", "{N}（{B}）", "{B}：{N}", "{T}", "《{T}》 {N}", "{P}{B}", "{N}",
    "{P}“<Q>”志愿服务项目", "<RANK> {N}", "{B}{O}{N}", "《<FOUR>》（作者：{N}）",
)  # fmt: skip
CALLS = (
    "征集时间：即日起至{D}", "征集对象：<WHO>", "征集内容：围绕“<FOUR>”主题，<DO><WHAT>，题材不限",
    "作品要求：字数{h}字以内，须为原创，文责自负", "投稿方式：发送至邮箱，注明“<FOUR>”字样",
    "联系人：{N}", "咨询电话：{t}", "报名地点：{P}{B}", "主办单位：{B}", "承办单位：{B}、{B}",
    "报名条件：年满18周岁，身体健康，<HOWDO>", "奖项设置：一等奖{g}名，二等奖{g}名，三等奖{a}名",
    "时间：{D}上午9:00", "地点：{B}二楼", "对象：<WHO>", "费用：免费",
    "注意事项：请自备水杯，提前十分钟到场",
    "名额：{a}人", "岗位：<OFFICE>工作人员{g}名", "待遇：面议",
)  # fmt: skip
ROWS = (
    "{P}  {b}.{g}  {h}", "{D}  {B}  {N}", "{B}\t{h}\t{b}%", "{N}  {O}  周{g}上午", "{B}  {t}",
    "{P} {a} {g} {b}", "{g}  {B}  {a}  {b}", "{D} 14:30 {P}—{P}", "{T}    {h}元",
    "{P}    {a}    升{g}位",
)  # fmt: skip
CONTACTS = (
    "联系人：{N}", "联系人：{N}  联系电话：{t}", "联系电话：{t}　联系人：{N}、{N}", "电话：{t}",
    "咨询电话：{t}（{B}）", "服务热线：{t}", "监督电话：{t}，{t}", "地址：{P}中街{h}号",
    "通信地址：{P}中街{h}号{B}，邮政编码：3{h}0。", "地点：{B}二楼", "电子邮箱：bm{h}@mail.example",
    "邮箱：tg{h}@mail.example。", "网址：www.{h}.example", "时间：{D}至{D}", "报名截止：{D}17:00",
    "传真：{t}", "报名地点：{P}{B}（{P}中街{h}号）", "受理单位：{B}", "邮编：3{h}0",
)  # fmt: skip
ENDS = ("特此公告。", "特此通知。", "欢迎广大居民参加！", "此告。", "以上事项，敬请谅解。")
MARKS = ("", "", "{d}.", "{d}. ", "{n}、", "（{n}）", "●", "■ ", "★", "{c}", "· ", "{d}、", "{d} ")
GRADES = ("一等奖", "二等奖", "三等奖", "优秀奖", "组织奖", "特等奖", "入围奖")
GROUPS = (
    "先进集体",
    "先进个人",
    "成人组",
    "少儿组",
    "党员示范岗",
    "红榜",
    "黑榜",
    "企业",
    "村（社区）",
)


class Roll:
    """Makes lists of one kind or another."""

    def __init__(self, official: Official) -> None:
        self.official, self.dice = official, official.dice
        self.writer = official.writer

    def story(self) -> Story:
        """A list under its title, with or without words before it."""
        dice, say = self.dice, self.official.say
        self.official.change_subject()
        self.writer.constancy = 0.0
        kind = dice.choice(tuple(TITLES))
        story = Story(title=(say(dice.choice(TITLES[kind])),))
        if dice.random() < 0.2:
            story.kicker = say("<KICK>")
        if dice.random() < (0.7 if kind == "call" else 0.3):
            story.body.append(("para", say("<LEAD>") + dice.choice(("现将名单公布如下：", ""))))
        getattr(self, f"_{kind}")(story)
        if dice.random() < 0.15:
            story.body.append(("para", say(dice.choice(("{B}", "{P}<SHORTJOB>办公室")))))
            story.body.append(("para", self.writer.day()))
        return story

    def contacts(self, story: Story) -> None:
        """Tell below a story whom to ask and where, as notices do; at times who gives notice."""
        dice = self.dice
        told = dice.sample(CONTACTS, dice.choice((1, 1, 2, 3, 4)))
        if dice.random() < 0.4:
            told.append(dice.choice(ENDS))
        if dice.random() < 0.4:
            told += ["{B}", self.writer.day()]
        story.body += [("para", self.official.say(text)) for text in told]

    def _items(self, item: str, many: int) -> list[tuple[str, str]]:
        mark = self.dice.choice(MARKS)
        return [
            (
                "para",
                mark.format(n=NUMBERS[at % 10], d=at + 1, c=chr(ord("①") + at % 20))
                + self.official.say(item),
            )
            for at in range(many)
        ]

    def _public(self, story: Story) -> None:
        dice = self.dice
        item = dice.choice(ITEMS)
        if dice.random() < 0.5:
            story.body += self._items(item, dice.randint(3, 10))
            return
        for group in dice.sample(GROUPS, dice.randint(2, 3)):
            story.body.append(("subhead", group + dice.choice(("", "", "："))))
            story.body += self._items(item, dice.randint(2, 6))

    def _prizes(self, story: Story) -> None:
        """Grades with their winners: below each other, or behind a colon in one paragraph."""
        dice = self.dice
        one, item = dice.random() < 0.4, dice.choice(ITEMS)
        for number, grade in enumerate(GRADES[: dice.randint(2, 5)]):
            count = f"（{dice.randint(1, 9)}名）" if dice.random() < 0.3 else ""
            if one:
                names = "、".join(self.writer.name() for _ in range(1 + number * 3))
                story.body.append(("para", f"{grade}{count}：{names}"))
                continue
            story.body.append(("subhead", grade + count))
            story.body += self._items(item, 1 + number)

    def _call(self, story: Story) -> None:
        dice = self.dice
        mark = dice.choice(MARKS)
        for at, text in enumerate(dice.sample(CALLS, dice.randint(3, 8))):
            said = mark.format(n=NUMBERS[at], d=at + 1, c=chr(ord("①") + at))
            story.body.append(
                ("para", said + self.official.say(text) + ("。" if len(text) > 20 else ""))
            )

    def _table(self, story: Story) -> None:
        row = self.dice.choice(ROWS)
        story.body += [("para", self.official.say(row)) for _ in range(self.dice.randint(4, 14))]

    def _names(self, story: Story) -> None:
        """A long list of names, wrapped; at times by their places."""
        dice = self.dice
        gap = dice.choice(("  ", "　", "、", " ", "、"))
        if not story.body:
            story.body.append(("para", self.official.say("<LEAD>")))
        for _ in range(dice.choice((1, 1, 1, 2, 3, 5))):
            names = [self.writer.name() for _ in range(dice.randint(8, 40))]
            if gap != "、":
                names = [f"{name[0]}　{name[1]}" if len(name) == 2 else name for name in names]
            head = self.official.say(dice.choice(("{B}：", "{P}：", "", "")))
            story.body.append(("para", head + gap.join(names) + ("。" if gap == "、" else "")))
