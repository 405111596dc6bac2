import { testOfficeOverlays } from './overlays/office-overlays.js';

testOfficeOverlays('stock');
