import { defineMessages } from '../i18n/define-messages.ts';

/** Words that all kinds of cases share. */
export const caseMessages = defineMessages({
  en: {
    'cases.pledge': 'Your pledge: {amount} {symbol}',
    'cases.pledgeWhy':
      'It covers the gas of an honest answer. The platform gets it if it answers by {date}; otherwise it comes back to you.',
    'cases.reward': 'Reward waiting for you',
    'cases.pledgeBack': 'Pledge that came back',
    'cases.withdrawReward': 'Withdraw {amount} USD',
    'cases.withdrawPledge': 'Withdraw {amount} {symbol}',
    'cases.waiting': 'Waiting for you',
  },
  'zh-Hans': {
    'cases.pledge': '您的押金：{amount} {symbol}',
    'cases.pledgeWhy': '用于支付如实应答的手续费。平台若在 {date} 前应答，押金归平台；否则退还给您。',
    'cases.reward': '待您领取的奖励',
    'cases.pledgeBack': '退还的押金',
    'cases.withdrawReward': '提取 {amount} USD',
    'cases.withdrawPledge': '提取 {amount} {symbol}',
    'cases.waiting': '待您领取',
  },
});
