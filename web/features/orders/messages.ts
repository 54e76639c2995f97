import { defineMessages } from '../../shared/i18n/define-messages.ts';

export const ordersMessages = defineMessages({
  en: {
    'orders.title': 'Orders',
  },
  'zh-Hans': {
    'orders.title': '订单',
  },
});
