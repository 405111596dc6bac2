import {
  mdiAccountGroupOutline,
  mdiChartLine,
  mdiClipboardListOutline,
  mdiCogOutline,
  mdiFileDocumentOutline,
  mdiInboxArrowDownOutline,
  mdiPackageVariantClosed,
  mdiReceiptTextOutline,
  mdiShapeOutline,
  mdiTextBoxSearchOutline,
  mdiTuneVariant,
  mdiViewDashboardOutline,
} from '@mdi/js';

/** A page that the menu and the command palette link to. */
export interface Place {
  readonly to: string;
  /** Key of its title in `places.json`. */
  readonly name: string;
  readonly icon: string;
  readonly adminOnly?: boolean;
}

export const PLACES: readonly Place[] = [
  { to: '/', name: 'dashboard', icon: mdiViewDashboardOutline },
  { to: '/orders', name: 'orders', icon: mdiReceiptTextOutline },
  { to: '/documents', name: 'documents', icon: mdiFileDocumentOutline },
  { to: '/products', name: 'products', icon: mdiPackageVariantClosed },
  { to: '/stock-sheets', name: 'stock-sheets', icon: mdiClipboardListOutline },
  { to: '/sections', name: 'sections', icon: mdiShapeOutline, adminOnly: true },
  { to: '/section-requests', name: 'section-requests', icon: mdiInboxArrowDownOutline },
  { to: '/search', name: 'search', icon: mdiTextBoxSearchOutline },
  { to: '/users', name: 'users', icon: mdiAccountGroupOutline, adminOnly: true },
  { to: '/reports', name: 'reports', icon: mdiChartLine },
  { to: '/operations', name: 'operations', icon: mdiCogOutline, adminOnly: true },
  { to: '/settings', name: 'settings', icon: mdiTuneVariant, adminOnly: true },
];
