/// <reference types="vite/client" />

declare module 'virtual:early-sheet.css';
declare module 'ui-common/styles/*';
