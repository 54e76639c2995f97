import { defineMessages } from '../i18n/define-messages.ts';

export const proposalMessages = defineMessages({
  en: { 'proposals.FOR': 'For', 'proposals.AGAINST': 'Against', 'proposals.ABSTAIN': 'Abstained' },
  'zh-Hans': { 'proposals.FOR': '赞成', 'proposals.AGAINST': '反对', 'proposals.ABSTAIN': '弃权' },
});
