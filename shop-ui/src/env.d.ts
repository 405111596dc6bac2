/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />

declare module 'virtual:early-sheet.css';
declare module 'ui-common/styles/*';
