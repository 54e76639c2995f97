import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const modelsMessages = defineMessages({
  en: {
    'models.title': 'Quality models',
  },
  'zh-Hans': {
    'models.title': '质量模型',
  },
});
