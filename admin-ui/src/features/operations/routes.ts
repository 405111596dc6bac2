import type { RouteRecordRaw } from 'vue-router';

export const operationsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/operations',
    component: () => import('./JobsPage.vue'),
    meta: { title: 'jobs', adminOnly: true },
  },
  {
    path: '/operations/queues',
    component: () => import('./QueueBoardPage.vue'),
    meta: { title: 'queue-board', adminOnly: true },
  },
  {
    path: '/operations/mails',
    component: () => import('./MailsPage.vue'),
    meta: { title: 'mails', adminOnly: true },
  },
  {
    path: '/operations/audit-log',
    component: () => import('./AuditLogPage.vue'),
    meta: { title: 'audit-log', adminOnly: true },
  },
  {
    path: '/operations/books',
    component: () => import('./BooksPage.vue'),
    meta: { title: 'books', adminOnly: true },
  },
];
