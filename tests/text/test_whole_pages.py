"""Two whole pages made up here, as a reader would set them out: a front page and a feature."""

from __future__ import annotations

from reader.text.pageform import page_form
from reader.text.repair import repair

FRONT = """河畔人家
HE PAN REN JIA
2031年4月14日 星期一
农历三月廿三
总第 218 期  今日四版
青禾镇党委、政府 主办
新闻热线：61234567

今日看点
旧书换新家 ……2版
河堤修好了 ……3版

同心聚力谋发展
实干争先促改革
青禾镇召开 2031 年经济工作会议

本报讯 （记者 王小明） 4月 12
日，青禾镇召开 2031 年经济工
作会议。会议总结了去年的工作，
部署了今年的任务，要求各村早
作准备，早见成效。
会上，五个村的代表作了发言，说
得实在。

▲会议现场 李红 摄

镇长李大海最后说，一定要把好事
办好，让大家得实惠。
（下转第2版）

本版编辑 王小明 美编 李红
"""

FEATURE = """A3
民生
2031.4.14
责任编辑：王小明

小区门口添了“共享菜园”

居民一块地 邻里一家亲

　　□ 文/图 记者 李红

　　每天清早，青禾新村的退休教师周玉
梅都要到楼下的菜园里转一转。番茄红
了，黄瓜爬满了架，她摘下几根送给楼
上的邻居。
　　“以前这里堆满了旧家具，夏天蚊虫
多，谁都不愿意走。”周玉梅说。
　　去年春天，居委会在这块空地上划出
三十个小格子，抽签分给居民耕种，每户
一格，一年一换。

■ 空地变菜地

　　说起这块地的来历，居委会主任赵大
海打开了话匣子：“最早大家想建停车场，
后来一算，只能停六辆车，还要砍掉两棵
树，不划算。”

▲ 居民在菜园里采摘 李红 摄

　　开了四次会，吵了三回，最后投票，菜
园以82票对35票胜出。

■ 规矩立在前

　　不打农药，不搭棚子，不许养鸡——
菜园门口的木牌上写着三条规矩。
　　谁违反了，下一年就不能抽签。“到现
在还没有一个人违反。”赵大海笑着说。

相关链接

　　我市已有十二个小区建成“共享菜
园”，面积约4600平方米。

旺铺出租
石桥路128号 面积60平方米
电话：61234567

天气预报
今天 多云 12℃～19℃
明天 小雨 10℃～15℃
"""


ESSAY = """第四版                     河畔周刊                     2031年4月14日

副刊

外婆的水车
李 红

外婆家门前有一条小河，河上有一架水车。

水车很老了，木头上长满了青苔。外公说，它比他的年纪还大。

小时候，我最喜欢蹲在河边看水车转。吱呀，吱呀，水珠飞起来，在阳光里亮闪闪的。外婆坐在门槛上择菜，不时抬头看我一眼：“别掉下去！”

我说：“不会！”

后来，村里通了自来水，水车就停了。
再后来，外公走了，外婆搬进了城里。水车一年年地烂下去，只剩下半个轮子，歪在河

边，像一个打瞌睡的老人。

去年春天，我回了一趟老家。没想到，水车又转起来了！村里人说，这是镇上请老木匠重修的，还是原来的样子。

我给外婆打电话。电话那头，她半天没有说话。

“你听，”我把手机伸向河面，“吱呀，吱呀……”

春 望
周 涛

麦苗返青了
燕子还没有来
田埂上
一个老人
数着去年的雨水
数着数着
就笑了
"""


def form(text):
    return page_form(repair(text), "x")


def test_a_front_page():
    found = form(FRONT)
    (article,) = found["articles"]
    assert article["title"] == "同心聚力谋发展 实干争先促改革"
    assert article["subtitle"] == "青禾镇召开2031年经济工作会议"
    assert [block["kind"] for block in article["body"]] == ["para", "para", "caption", "para"]
    assert article["body"][0]["text"].startswith("本报讯 （记者 王小明）4月12日，青禾镇召开2031年")
    assert found["furniture"] == [
        line for line in FRONT.splitlines()[:11] + FRONT.splitlines()[28:] if line
    ]


def test_a_feature_with_subheads_a_picture_and_adverts():
    """A label beside the number of the page, and an advert with a name, may be read either way."""
    found = form(FEATURE)
    article, *advert = found["articles"]
    assert article["section"] == "民生" or "民生" in found["furniture"]
    heads = [article["kicker"], article["title"], article["subtitle"]]
    assert [head for head in heads if head] == ["小区门口添了“共享菜园”", "居民一块地 邻里一家亲"]
    assert article["byline"] == "□ 文/图 记者 李红"
    kinds = [block["kind"] for block in article["body"]]
    assert kinds == ["para"] * 3 + [
        "subhead",
        "para",
        "caption",
        "para",
        "subhead",
        "para",
        "para",
        "subhead",
        "para",
    ]
    assert [one["title"] for one in advert] == ["旺铺出租"] or "旺铺出租" in found["furniture"]
    assert "责任编辑：王小明" in found["furniture"]
    assert "天气预报" in found["furniture"]


def test_an_essay_and_a_poem():
    found = form(ESSAY)
    essay, poem = found["articles"]
    assert (essay["section"], essay["title"], essay["byline"]) == ("副刊", "外婆的水车", "李 红")
    assert essay["body"][5]["lines"] == [17, 19]
    assert (poem["title"], poem["byline"]) == ("春 望", "周 涛")
    assert [block["kind"] for block in poem["body"]] == ["verse"]
    assert len(found["furniture"]) == 1


LONG = """柳岸镇开展消防安全大检查

入冬以来,柳岸镇组织各村干部和志愿者,分片到户检查用火用电,已经走完十二个村,查出老化线路三十多处,当场换掉的有二十一处,其余的限期更换。

人人参与 守好“平安门”

检查开始后,十二个村和两个小区说动就动,依托党小组把人手编成四十个小队,充分发挥“五老队员”

带动作用,白天上门看线路,晚上到楼道里数电瓶车,把充电的、堆东西的都记在本子上,第二天挨家说清楚,到月底已经清走旧家具六十多车。

下一步,柳岸镇还要把检查变成每月一次的事,让每一户都认得灭火器放在哪里。
"""


def test_a_long_line_that_breaks_off_goes_on_below_a_blank_line():
    """Whether the one small headline heads a part or an article, nothing on the page tells."""
    paras = [
        part for one in form(LONG)["articles"] for part in one["body"] if part["kind"] == "para"
    ]
    assert [part["lines"] for part in paras] == [[3], [7, 9], [11]]
    assert "“五老队员”带动作用" in paras[1]["text"]
