import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const recommendersMessages = defineMessages({
  en: {
    'recommenders.title': 'Recommend',
  },
  'zh-Hans': {
    'recommenders.title': '推荐',
  },
});
