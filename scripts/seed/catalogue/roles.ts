import type { ExpertKey, ProducerKey, Role } from './types.ts';

/** Experts publish quality models. */
export const experts: readonly Role<ExpertKey>[] = [
  {
    key: 'grain',
    name: { 'zh-Hans': '陈谷雨', en: 'Chen Guyu' },
    about: { 'zh-Hans': '粮油检验工程师，从业十八年', en: 'Grain and oil chemist, eighteen years at the bench' },
  },
  {
    key: 'teaAndHoney',
    name: { 'zh-Hans': '温清明', en: 'Wen Qingming' },
    about: { 'zh-Hans': '茶叶与蜂产品分析师', en: 'Analyst of tea and bee products' },
  },
  {
    key: 'textile',
    name: { 'zh-Hans': '安娜·凯勒', en: 'Anna Keller' },
    about: { 'zh-Hans': '纺织与防护用品测试博士', en: 'PhD in testing of textiles and protective goods' },
  },
  {
    key: 'foodContact',
    name: { 'zh-Hans': '沈洁', en: 'Shen Jie' },
    about: { 'zh-Hans': '食品接触材料毒理学者', en: 'Toxicologist of food contact materials' },
  },
  {
    key: 'electronics',
    name: { 'zh-Hans': '罗启', en: 'Luo Qi' },
    about: { 'zh-Hans': '电池与电源工程师', en: 'Engineer of batteries and power supplies' },
  },
];

/** Producers list commodities and lots. */
export const producers: readonly Role<ProducerKey>[] = [
  {
    key: 'beiling',
    name: { 'zh-Hans': '北岭稻米合作社', en: 'Beiling Rice Cooperative' },
    about: { 'zh-Hans': '黑龙江七十二户稻农的合作社', en: 'Cooperative of seventy-two rice farmers in Heilongjiang' },
  },
  {
    key: 'yunxiu',
    name: { 'zh-Hans': '云岫茶园', en: 'Yunxiu Tea Garden' },
    about: { 'zh-Hans': '浙西高山绿茶园', en: 'Mountain garden of green tea in western Zhejiang' },
  },
  {
    key: 'baihua',
    name: { 'zh-Hans': '百花谷蜂场', en: 'Baihua Valley Apiary' },
    about: { 'zh-Hans': '秦岭定地与转地养蜂场', en: 'Apiary in the Qinling mountains' },
  },
  {
    key: 'olivar',
    name: { 'zh-Hans': '南坡橄榄庄园', en: 'Olivar de la Ladera' },
    about: { 'zh-Hans': '西班牙哈恩的家庭橄榄园与油坊', en: 'Family grove and mill in Jaén, Spain' },
  },
  {
    key: 'qiming',
    name: { 'zh-Hans': '启明储能电子', en: 'Qiming Power Electronics' },
    about: { 'zh-Hans': '深圳移动电源与充电器制造商', en: 'Maker of power banks and chargers in Shenzhen' },
  },
  {
    key: 'qinghe',
    name: { 'zh-Hans': '清禾日用', en: 'Qinghe Household' },
    about: { 'zh-Hans': '母婴、防护与厨房用品', en: 'Goods for infants, protection and the kitchen' },
  },
];

/** Experiencers buy, measure and report. `noiseBps` is the standard deviation of their values in parts per 10,000 of the tolerance. */
export const experiencers: readonly (Role & { readonly noiseBps: number })[] = [
  {
    key: 'zhouLab',
    name: { 'zh-Hans': '周测坊', en: 'Zhou’s Test Bench' },
    about: { 'zh-Hans': '社区检测工作室', en: 'Neighbourhood testing workshop' },
    noiseBps: 600,
  },
  {
    key: 'linMeasures',
    name: { 'zh-Hans': '林工量一量', en: 'Lin Measures' },
    about: { 'zh-Hans': '退休计量工程师', en: 'Retired metrology engineer' },
    noiseBps: 700,
  },
  {
    key: 'campusLab',
    name: { 'zh-Hans': '校园食品实验室', en: 'Campus Food Lab' },
    about: { 'zh-Hans': '大学开放实验室的学生团队', en: 'Students of an open university laboratory' },
    noiseBps: 900,
  },
  {
    key: 'motherHe',
    name: { 'zh-Hans': '何妈妈的厨房', en: 'Mother He’s Kitchen' },
    about: { 'zh-Hans': '三个孩子的母亲，送样第三方检测', en: 'Mother of three who sends samples to a laboratory' },
    noiseBps: 1_200,
  },
  {
    key: 'gaoReview',
    name: { 'zh-Hans': '老高评测', en: 'Gao Reviews' },
    about: { 'zh-Hans': '数码与日用品评测人', en: 'Reviewer of electronics and household goods' },
    noiseBps: 1_000,
  },
  {
    key: 'teaWalker',
    name: { 'zh-Hans': '行茶人', en: 'Tea Walker' },
    about: { 'zh-Hans': '跑遍茶山的品茶师', en: 'Tea taster who walks the tea mountains' },
    noiseBps: 1_500,
  },
  {
    key: 'greenBasket',
    name: { 'zh-Hans': '绿篮子互助组', en: 'Green Basket Circle' },
    about: { 'zh-Hans': '二十户家庭的共同购买小组', en: 'Twenty households that buy and test together' },
    noiseBps: 1_400,
  },
  {
    key: 'inspectorWu',
    name: { 'zh-Hans': '吴质检', en: 'Inspector Wu' },
    about: { 'zh-Hans': '前质检站检验员', en: 'Former inspector of a quality station' },
    noiseBps: 800,
  },
  {
    key: 'dataDan',
    name: { 'zh-Hans': '丹的数据', en: 'Dan’s Data' },
    about: { 'zh-Hans': '公开全部原始读数的爱好者', en: 'Hobbyist who publishes every raw reading' },
    noiseBps: 1_100,
  },
  {
    key: 'slowLife',
    name: { 'zh-Hans': '慢生活小满', en: 'Slow Life Xiaoman' },
    about: { 'zh-Hans': '记录日常用品的生活博主', en: 'Blogger who keeps a diary of everyday goods' },
    noiseBps: 2_200,
  },
  {
    key: 'hexagonLab',
    name: { 'zh-Hans': '六角实验室', en: 'Hexagon Lab' },
    about: { 'zh-Hans': '独立检测合作社', en: 'Cooperative of independent testers' },
    noiseBps: 900,
  },
  {
    key: 'nurseTang',
    name: { 'zh-Hans': '唐护士', en: 'Nurse Tang' },
    about: { 'zh-Hans': '测评防护与母婴用品的护士', en: 'Nurse who tests protective and infant goods' },
    noiseBps: 1_300,
  },
  {
    key: 'oldTownStall',
    name: { 'zh-Hans': '老城快检点', en: 'Old Town Test Stall' },
    about: { 'zh-Hans': '菜市场里的志愿快检点', en: 'Volunteers’ test stall in a food market' },
    noiseBps: 1_500,
  },
  {
    key: 'masterPeng',
    name: { 'zh-Hans': '彭师傅的工作台', en: 'Master Peng’s Bench' },
    about: { 'zh-Hans': '电子维修师傅', en: 'Repairer of electronics' },
    noiseBps: 1_000,
  },
];

/** An experiencer with a good record whose latest purchases nobody has reported on: a visitor may put himself into his place. */
export const visitorPersona = 'inspectorWu';

/** Experiencers who report on nothing that is sold here, so that they can judge all of it; the founders trust them to begin with. */
export const jurors: readonly (Role & { readonly commissionBps: number; readonly selfBond: number })[] = [
  {
    key: 'judgeZhong',
    name: { 'zh-Hans': '退休法官钟明', en: 'Judge Zhong Ming (retired)' },
    about: { 'zh-Hans': '三十年民商事审判经验', en: 'Thirty years on the commercial bench' },
    commissionBps: 500,
    selfBond: 12_000,
  },
  {
    key: 'standardsYang',
    name: { 'zh-Hans': '标准委老杨', en: 'Yang of the Standards Board' },
    about: { 'zh-Hans': '参与起草过二十余项食品标准', en: 'Helped to draft some twenty food standards' },
    commissionBps: 800,
    selfBond: 8_000,
  },
  {
    key: 'consumersVoice',
    name: { 'zh-Hans': '消费者之声', en: 'Consumers’ Voice' },
    about: { 'zh-Hans': '消费者权益志愿者团体', en: 'Volunteers for consumers’ rights' },
    commissionBps: 0,
    selfBond: 3_000,
  },
  {
    key: 'pingxin',
    name: { 'zh-Hans': '平心鉴定所', en: 'Pingxin Appraisers' },
    about: { 'zh-Hans': '司法鉴定机构', en: 'Forensic appraisers' },
    commissionBps: 1_500,
    selfBond: 20_000,
  },
  {
    key: 'fourSeasons',
    name: { 'zh-Hans': '四季调解社', en: 'Four Seasons Mediators' },
    about: { 'zh-Hans': '社区商事调解员合作社', en: 'Cooperative of mediators in trade disputes' },
    commissionBps: 1_000,
    selfBond: 6_000,
  },
  {
    key: 'accountantXu',
    name: { 'zh-Hans': '许会计', en: 'Accountant Xu' },
    about: { 'zh-Hans': '注册会计师，核对单据是日常', en: 'Chartered accountant who checks papers for a living' },
    commissionBps: 600,
    selfBond: 5_000,
  },
  {
    key: 'customsNing',
    name: { 'zh-Hans': '海关化验员阿宁', en: 'Ning of the Customs Laboratory' },
    about: { 'zh-Hans': '进口食品化验员', en: 'Chemist of imported food' },
    commissionBps: 700,
    selfBond: 9_000,
  },
  {
    key: 'farmersUnion',
    name: { 'zh-Hans': '农友联合会', en: 'Union of Smallholders' },
    about: { 'zh-Hans': '小农户的互助组织', en: 'Smallholders who stand by each other' },
    commissionBps: 300,
    selfBond: 4_000,
  },
  {
    key: 'openData',
    name: { 'zh-Hans': '开放数据同盟', en: 'Open Data League' },
    about: { 'zh-Hans': '审阅公开测量数据的研究者', en: 'Researchers who review published measurements' },
    commissionBps: 1_200,
    selfBond: 7_000,
  },
];

/** Bought reviews: they buy much and report what the producer claims. */
export const colluders: readonly Role[] = [
  {
    key: 'praise1',
    name: { 'zh-Hans': '满分好评一号', en: 'Top Marks 1' },
    about: { 'zh-Hans': '刷评工作室的账号', en: 'Account of a studio for bought reviews' },
  },
  {
    key: 'praise2',
    name: { 'zh-Hans': '满分好评二号', en: 'Top Marks 2' },
    about: { 'zh-Hans': '刷评工作室的账号', en: 'Account of a studio for bought reviews' },
  },
  {
    key: 'praise3',
    name: { 'zh-Hans': '满分好评三号', en: 'Top Marks 3' },
    about: { 'zh-Hans': '刷评工作室的账号', en: 'Account of a studio for bought reviews' },
  },
  {
    key: 'praise4',
    name: { 'zh-Hans': '满分好评四号', en: 'Top Marks 4' },
    about: { 'zh-Hans': '刷评工作室的账号', en: 'Account of a studio for bought reviews' },
  },
  {
    key: 'praise5',
    name: { 'zh-Hans': '满分好评五号', en: 'Top Marks 5' },
    about: { 'zh-Hans': '刷评工作室的账号', en: 'Account of a studio for bought reviews' },
  },
];

/** Recommenders bring buyers by signed links. */
export const recommenders: readonly Role[] = [
  {
    key: 'orchardRadio',
    name: { 'zh-Hans': '田野电台', en: 'Orchard Radio' },
    about: { 'zh-Hans': '农产品播客', en: 'Podcast on farm produce' },
  },
  {
    key: 'auntSun',
    name: { 'zh-Hans': '孙阿姨团购', en: 'Aunt Sun’s Group Orders' },
    about: { 'zh-Hans': '小区团购组织者', en: 'Organiser of group orders in her neighbourhood' },
  },
  {
    key: 'gadgetPost',
    name: { 'zh-Hans': '数码邮差', en: 'Gadget Postman' },
    about: { 'zh-Hans': '数码产品通讯', en: 'Newsletter on gadgets' },
  },
];

/** Consumers only buy, and name an experiencer they trust. */
export const consumers: readonly Role[] = [
  {
    key: 'liu',
    name: { 'zh-Hans': '刘一鸣', en: 'Liu Yiming' },
    about: { 'zh-Hans': '两口之家', en: 'Household of two' },
  },
  {
    key: 'maria',
    name: { 'zh-Hans': '玛丽亚·洛佩斯', en: 'María López' },
    about: { 'zh-Hans': '上海的西语教师', en: 'Spanish teacher in Shanghai' },
  },
  {
    key: 'canteen',
    name: { 'zh-Hans': '晨光食堂', en: 'Chenguang Canteen' },
    about: { 'zh-Hans': '八十人的企业食堂', en: 'Company canteen for eighty people' },
  },
  {
    key: 'zhao',
    name: { 'zh-Hans': '赵小禾', en: 'Zhao Xiaohe' },
    about: { 'zh-Hans': '新手父亲', en: 'New father' },
  },
];

/** The platform runs the order relay. */
export const platform: Role = {
  key: 'heshi',
  name: { 'zh-Hans': '合市', en: 'Heshi Market' },
  about: { 'zh-Hans': '演示用电商平台', en: 'Platform of the demonstration' },
};

/** A second platform: it leaves orders out of its statements, so that visitors can see what becomes of it. */
export const cornerMarket: Role = {
  key: 'corner',
  name: { 'zh-Hans': '街角市集', en: 'Corner Market' },
  about: { 'zh-Hans': '演示用的不诚实平台', en: 'Dishonest platform of the demonstration' },
};
