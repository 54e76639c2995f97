import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const marketMessages = defineMessages({
  en: {
    'market.title': 'Market',
  },
  'zh-Hans': {
    'market.title': '市场',
  },
});
