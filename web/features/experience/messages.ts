import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const experienceMessages = defineMessages({
  en: {
    'experience.title': 'Experience',
  },
  'zh-Hans': {
    'experience.title': '体验',
  },
});
