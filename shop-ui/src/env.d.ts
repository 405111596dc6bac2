/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />

declare module 'virtual:pre-hydration-sheet.css';
declare module 'ui-common/styles/*';
