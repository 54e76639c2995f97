import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const twinMessages = defineMessages({
  en: {
    'twin.title': 'Twin',
  },
  'zh-Hans': {
    'twin.title': '数字孪生',
  },
});
