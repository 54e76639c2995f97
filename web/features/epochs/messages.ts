import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const epochsMessages = defineMessages({
  en: {
    'epochs.title': 'Epochs',
  },
  'zh-Hans': {
    'epochs.title': '周期',
  },
});
