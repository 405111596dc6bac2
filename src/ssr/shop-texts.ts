import { preferredLanguage, type Language } from '../platform/config/languages.js';
import type { PageTitle } from './shop-page.js';

/** Texts of HTML pages before the shop runs. `{…}` is a placeholder. */
export interface ShopTexts {
  readonly titles: Readonly<Record<PageTitle, string>>;
  readonly store: string;
  readonly section: string;
  readonly product: string;
}

const EN: ShopTexts = {
  titles: {
    home: 'Groceries by the gram, fresh every day',
    search: 'Search',
    cart: 'Your cart',
    checkout: 'Checkout',
    orders: 'Your orders',
    order: 'Order',
    placed: 'Order placed',
    account: 'Your account',
    password: 'Change your password',
    sessions: 'Where you are signed in',
    mail: 'What we may write to you',
    'sign-in': 'Sign in',
    register: 'Create an account',
    'forgot-password': 'Forgotten password',
    'reset-password': 'Choose a new password',
    'section-requests': 'Ask for a section',
    'for-shoppers': 'Orders are for shoppers',
    offline: 'You are offline',
    'not-found': 'Page not found',
  },
  store:
    'Order groceries at {store}: see what is in stock and what it costs, and have it brought to your door.',
  section: '{section} at {store}: see what is in stock and what it costs, and have it brought to your door.',
  product: '{product} at {store}, {rate} / {unit}.',
};

const HI: ShopTexts = {
  titles: {
    home: 'ताज़ा किराना, ग्राम के हिसाब से',
    search: 'खोजें',
    cart: 'आपका कार्ट',
    checkout: 'ऑर्डर पूरा करें',
    orders: 'आपके ऑर्डर',
    order: 'ऑर्डर',
    placed: 'ऑर्डर हो गया',
    account: 'आपका खाता',
    password: 'पासवर्ड बदलें',
    sessions: 'आप कहाँ साइन इन हैं',
    mail: 'हम आपको क्या लिख सकते हैं',
    'sign-in': 'साइन इन',
    register: 'खाता बनाएँ',
    'forgot-password': 'पासवर्ड भूल गए',
    'reset-password': 'नया पासवर्ड चुनें',
    'section-requests': 'नया विभाग माँगें',
    'for-shoppers': 'ऑर्डर ग्राहकों के लिए हैं',
    offline: 'आप ऑफ़लाइन हैं',
    'not-found': 'पेज नहीं मिला',
  },
  store: '{store} से किराना मँगाइए: देखिए क्या स्टॉक में है और दाम क्या है, और घर बैठे पाइए।',
  section: '{store} पर {section}: देखिए क्या स्टॉक में है और दाम क्या है, और घर बैठे पाइए।',
  product: '{store} पर {product}, {rate} / {unit}।',
};

const TEXTS: Readonly<Record<Language, ShopTexts>> = { en: EN, hi: HI };

/** Returns the texts in the language of the store, or in English. */
export function shopTexts(locale: string): ShopTexts {
  return TEXTS[preferredLanguage([locale])];
}

/** Replaces the placeholders of a text. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
