import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const commoditiesMessages = defineMessages({
  en: {
    'commodities.title': 'Produce',
  },
  'zh-Hans': {
    'commodities.title': '生产',
  },
});
