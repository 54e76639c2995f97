import { defineMessages } from '../i18n/define-messages.ts';

export const powerMessages = defineMessages({
  en: {
    'power.title': 'Experience power',
    'power.help': 'The weight of his word. It steps up when accurate reports are scored and halves every 13 epochs.',
    'power.chart': 'Experience power from epoch {from} to epoch {to}',
    'power.epoch': 'Epoch',
    'power.none': 'He has not earned any power yet.',
  },
  'zh-Hans': {
    'power.title': '体验算力',
    'power.help': '他话语的分量。准确的报告获得评分时上升，每 13 个周期减半。',
    'power.chart': '从周期 {from} 到周期 {to} 的体验算力',
    'power.epoch': '周期',
    'power.none': '尚未获得任何算力。',
  },
});
