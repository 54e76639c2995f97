import { defineMessages } from '../i18n/define-messages.ts';

export const receiptMessages = defineMessages({
  en: {
    'receipts.checking': 'Comparing the receipt with the statement on chain…',
    'receipts.open': 'Its epoch is not over yet',
    'receipts.openHelp':
      'The statement of epoch {epoch} can be posted from {date} on. Come back then; keep the receipt until it is shown to be in it.',
    'receipts.due': 'The statement is not due yet',
    'receipts.dueHelp':
      'The platform can post its statement of epoch {epoch} until {date}. If none is there by then, the receipt can be challenged.',
    'receipts.included': 'The receipt is in the statement',
    'receipts.includedHelp':
      'Checked here in your browser: one proof leads to the root of the lot tree, the other to that of the recommender tree, as both are on chain.',
    'receipts.missing': 'The platform does not show that the receipt is in its statement',
    'receipts.refuted': 'What the platform shows does not lead to its statement on chain',
    'receipts.notPosted': 'The platform has posted no statement of epoch {epoch}',
    'receipts.missingHelp':
      'Challenge it: it has to prove on chain that the receipt is in its statement, or lose a part of its bond. You need nothing but the receipt.',
    'receipts.missingUntil': 'Can be challenged until {date}, that is for another',
    'receipts.then': 'What happens next',
    'receipts.thenAnswer':
      'The platform answers with two proofs by {date}: then all is well, and the pledge pays for its gas.',
    'receipts.thenSlash':
      'Or it does not: then its bond pays what the order owed to expert, pot, recommender and commune, and a penalty. Half of the penalty is yours, about {amount} USD. Your pledge comes back.',
    'receipts.challenge': 'Challenge the platform',
    'receipts.challenged': 'Challenged: the platform has to answer',
    'receipts.challengedHelp': 'Until {date}, or it loses a part of its bond.',
    'receipts.left': 'Time left:',
    'receipts.by': 'Challenged by',
    'receipts.overdue': 'The platform did not answer in time',
    'receipts.overdueHelp':
      'Now anybody can have it slashed. Half of the penalty goes to whoever challenged it, half to the audit fund; what the order owed is paid from the bond.',
    'receipts.slash': 'Have it slashed',
    'receipts.slashed': 'The platform was slashed for this receipt',
    'receipts.slashedHelp': 'It did not show the receipt in its statement, and its bond has paid.',
    'receipts.answered': 'Answered: the receipt is in the statement',
    'receipts.answeredHelp': 'The platform proved it on chain, in both trees. The pledge pays for its answer.',
    'receipts.past': 'The time to challenge this receipt is over',
    'receipts.pastHelp': 'Receipts can be challenged until five epochs after theirs began.',
    'receipts.good': 'Signed by the platform, and not a digit changed',
    'receipts.goodHelp':
      'Checked here: the digest was computed from the fields, and the signature is that of {account}, the platform’s key in epoch {epoch}.',
    'receipts.bad': 'This receipt does not hold',
    'receipts.badSigner':
      'It is not signed by {account}, the platform’s key in epoch {epoch}. Something was changed, or somebody else made it. It proves nothing.',
    'receipts.badPlatform': 'There is no platform {platform} that signs receipts of epoch {epoch}. It proves nothing.',
    'receipts.signChecking': 'Checking the signature…',
  },
  'zh-Hans': {
    'receipts.checking': '正在与链上结算单比对…',
    'receipts.open': '所属周期尚未结束',
    'receipts.openHelp': '第 {epoch} 周期的结算单从 {date} 起才能提交。请届时再来；在确认列入之前，请保存好收据。',
    'receipts.due': '结算单尚未到期',
    'receipts.dueHelp': '平台可在 {date} 之前提交第 {epoch} 周期的结算单。若届时仍未提交，即可凭收据质疑。',
    'receipts.included': '收据已列入结算单',
    'receipts.includedHelp': '已在您的浏览器中核对：两份证明分别通向链上批次树与推荐者树的根。',
    'receipts.missing': '平台没有证明收据已列入结算单',
    'receipts.refuted': '平台给出的证明与链上结算单不符',
    'receipts.notPosted': '平台没有提交第 {epoch} 周期的结算单',
    'receipts.missingHelp':
      '您可以质疑：平台必须在链上证明收据已列入结算单，否则将被扣除部分保证金。您只需要这张收据。',
    'receipts.missingUntil': '{date} 前可以质疑，还剩',
    'receipts.then': '接下来会怎样',
    'receipts.thenAnswer': '平台在 {date} 前用两份证明应答：一切正常，押金用于支付其手续费。',
    'receipts.thenSlash':
      '若未应答：其保证金将补付该订单应付专家、奖池、推荐者和公社的款项，并另付罚金。罚金的一半归您，约 {amount} USD；押金退还。',
    'receipts.challenge': '质疑平台',
    'receipts.challenged': '已质疑，平台必须应答',
    'receipts.challengedHelp': '{date} 前必须应答，否则将被扣除部分保证金。',
    'receipts.left': '剩余时间：',
    'receipts.by': '质疑人',
    'receipts.overdue': '平台没有按时应答',
    'receipts.overdueHelp': '现在任何人都可以执行罚没。罚金一半归质疑人，一半归审计基金；订单应付的款项由保证金补付。',
    'receipts.slash': '执行罚没',
    'receipts.slashed': '平台已因这张收据被罚没',
    'receipts.slashedHelp': '平台未能证明收据已列入结算单，已由保证金赔付。',
    'receipts.answered': '已应答：收据在结算单中',
    'receipts.answeredHelp': '平台已在链上用两棵树证明。押金用于支付其应答。',
    'receipts.past': '质疑期限已过',
    'receipts.pastHelp': '收据只能在其所属周期开始后的五个周期内质疑。',
    'receipts.good': '由平台签署，一字未改',
    'receipts.goodHelp':
      '已在您的浏览器中核对：摘要由各字段重新计算得出，签名属于平台在第 {epoch} 周期的密钥 {account}。',
    'receipts.bad': '这张收据不成立',
    'receipts.badSigner':
      '签名不属于平台在第 {epoch} 周期的密钥 {account}。内容被改动过，或由他人伪造，不能证明任何事。',
    'receipts.badPlatform': '没有平台 {platform} 在第 {epoch} 周期签署收据，这张收据不能证明任何事。',
    'receipts.signChecking': '正在核对签名…',
  },
});
