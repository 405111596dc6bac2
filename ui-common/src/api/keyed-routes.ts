/* Generated from openapi.json by `npm run generate`. */

export const KEYED_ROUTES = [
  '/api/v1/admin/sections',
  '/api/v1/admin/products',
  '/api/v1/admin/products/bulk-changes',
  '/api/v1/admin/products/{id}/stock-movements',
  '/api/v1/admin/synonyms',
  '/api/v1/admin/exports',
  '/api/v1/admin/imports/products',
  '/api/v1/admin/imports/{id}/apply',
  '/api/v1/orders',
  '/api/v1/orders/{id}/cancel',
  '/api/v1/orders/{id}/reorder',
  '/api/v1/admin/orders/{id}/transitions',
  '/api/v1/admin/orders/transitions',
  '/api/v1/admin/orders/transitions/undo',
  '/api/v1/section-requests',
  '/api/v1/admin/section-requests/{id}/approve',
  '/api/v1/admin/section-requests/{id}/reject',
  '/api/v1/admin/customers/{id}/notes',
];
