import { defineMessages } from '../i18n/define-messages.ts';

export const creditMessages = defineMessages({
  en: {
    'credits.owed': 'Yours to withdraw',
    'credits.settlement': 'Shares of fees and commissions',
    'credits.court': 'From the court',
    'credits.disputes': 'Bonds and bounties',
    'credits.bounties': 'Bounties of overturned rounds',
    'credits.fees': 'Court fees that were not needed',
    'credits.withdraw': 'Withdraw',
  },
  'zh-Hans': {
    'credits.owed': '您可以提取',
    'credits.settlement': '手续费份额与佣金',
    'credits.court': '来自法庭',
    'credits.disputes': '保证金与奖金',
    'credits.bounties': '推翻测评的奖金',
    'credits.fees': '未用的仲裁费用',
    'credits.withdraw': '提取',
  },
});
