/// <reference types="vite/client" />

declare module 'virtual:pre-hydration-sheet.css';
declare module 'ui-common/styles/*';
