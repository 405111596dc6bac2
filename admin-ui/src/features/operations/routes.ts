import type { RouteRecordRaw } from 'vue-router';

export const operationsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/operations',
    component: () => import('./jobs/JobsPage.vue'),
    meta: { title: 'jobs', adminOnly: true },
  },
  {
    path: '/operations/queues',
    component: () => import('./jobs/QueueBoardPage.vue'),
    meta: { title: 'queue-board', adminOnly: true },
  },
  {
    path: '/operations/mails',
    component: () => import('./mails/MailsPage.vue'),
    meta: { title: 'mails', adminOnly: true },
  },
  {
    path: '/operations/audit-log',
    component: () => import('./audit-log/AuditLogPage.vue'),
    meta: { title: 'audit-log', adminOnly: true },
  },
  {
    path: '/operations/books',
    component: () => import('./books/BooksPage.vue'),
    meta: { title: 'books', adminOnly: true },
  },
];
