import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const operationsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/operations',
    component: withRemainingTexts(() => import('./jobs/JobsPage.vue')),
    meta: { title: 'jobs', adminOnly: true },
  },
  {
    path: '/operations/queues',
    component: withRemainingTexts(() => import('./jobs/QueueBoardPage.vue')),
    meta: { title: 'queue-board', adminOnly: true },
  },
  {
    path: '/operations/mails',
    component: withRemainingTexts(() => import('./mails/MailsPage.vue')),
    meta: { title: 'mails', adminOnly: true },
  },
  {
    path: '/operations/audit-log',
    component: withRemainingTexts(() => import('./audit-log/AuditLogPage.vue')),
    meta: { title: 'audit-log', adminOnly: true },
  },
  {
    path: '/operations/books',
    component: withRemainingTexts(() => import('./books/BooksPage.vue')),
    meta: { title: 'books', adminOnly: true },
  },
];
