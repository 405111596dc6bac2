import type { ColumnRules } from './column-rules.js';
import type { ImportField } from './import-field.js';
import { PRODUCT_PRESETS } from './product-presets.js';
import { TEXT_SYNONYMS } from './text-columns.js';

/**
 * How people and other programs name a column, without spaces, signs and the currency, in English, German and Hindi. Of
 * several columns that could be one field, the one whose heading comes first in its list is taken: what a supplier sells at
 * counts more than a maximum price.
 */
const SYNONYMS = {
  id: ['id', 'productid'],
  version: ['version'],
  section: [
    ...[
      'section',
      'category',
      'categoryname',
      'productcategory',
      'reportingcategory',
      'categories',
      'department',
    ],
    ...['aisle', 'group', 'itemgroup', 'productgroup', 'producttype'],
    ...['kategorie', 'warengruppe', 'abteilung', 'produktgruppe', 'artikelgruppe', 'rubrik', 'sortiment'],
    ...['अनुभाग', 'श्रेणी', 'वर्ग', 'विभाग', 'कैटेगरी', 'वर्गीकरण'],
  ],
  name: [
    ...['name', 'productname', 'itemname', 'product', 'item', 'title', 'producttitle', 'article', 'goods'],
    ...['particulars', 'itemdescription', 'productdescription'],
    ...['artikel', 'artikelname', 'artikelbezeichnung', 'bezeichnung', 'produkt', 'produktname', 'ware'],
    ...['नाम', 'उत्पाद', 'उत्पादकानाम', 'वस्तु', 'वस्तुकानाम', 'सामान', 'आइटम', 'माल'],
  ],
  sku: [
    ...['sku', 'itemcode', 'productcode', 'articlenumber', 'articleno', 'itemnumber', 'itemno', 'stockcode'],
    ...['internalreference', 'artikelnummer', 'artikelnr', 'artnr', 'bestellnummer'],
    ...['एसकेयू', 'वस्तुकोड', 'उत्पादकोड', 'सामानकोड'],
  ],
  barcodes: [
    ...['barcodes', 'barcode', 'gtin', 'ean', 'ean13', 'eancode', 'upc', 'upccode', 'gtinean', 'eangtin'],
    ...['strichcode', 'eannummer', 'बारकोड'],
  ],
  unitType: [
    ...[
      'unittype',
      'unit',
      'uom',
      'unitofmeasure',
      'units',
      'usageunit',
      'salesunit',
      'soldby',
      'per',
      'measure',
    ],
    ...['einheit', 'mengeneinheit', 'verkaufseinheit', 'me', 've'],
    ...['इकाई', 'यूनिट', 'मापइकाई', 'माप'],
  ],
  price: [
    ...[
      'price',
      'sellingprice',
      'saleprice',
      'salesprice',
      'sellingrate',
      'retailprice',
      'unitprice',
      'rate',
    ],
    ...[
      'regularprice',
      'variantprice',
      'listprice',
      'itemprice',
      'priceperunit',
      'rateperunit',
      'amount',
      'mrp',
    ],
    ...['preis', 'verkaufspreis', 'vkpreis', 'vk', 'einzelpreis', 'stückpreis', 'bruttopreis', 'ladenpreis'],
    ...['दाम', 'मूल्य', 'कीमत', 'भाव', 'रेट', 'दर', 'विक्रयमूल्य', 'बिक्रीमूल्य', 'एमआरपी'],
  ],
  // Only the store's own heading, letter by letter: see guessColumns.
  ratePerUnit: [],
  // After the price: where a file has no other, the maximum is what goods are sold at.
  mrp: ['mrp', 'maximumretailprice', 'maxretailprice', 'mrprate', 'एमआरपी', 'अधिकतमखुदरामूल्य'],
  // Only the store's own heading: the classes of other programs have other names.
  taxClass: [],
  hsn: [...['hsn', 'hsncode', 'hsnsac', 'hsnsaccode', 'hsnno', 'hsnnumber'], ...['एचएसएन', 'एचएसएनकोड']],
  netContent: [
    ...[
      'netcontent',
      'netcontents',
      'netweight',
      'netwt',
      'netqty',
      'netquantity',
      'packsize',
      'packingsize',
    ],
    ...['nettogewicht', 'nettofüllmenge', 'füllmenge', 'packungsgröße', 'inhalt'],
    ...['शुद्धमात्रा', 'शुद्धवज़न', 'शुद्धवजन', 'शुद्धभार'].map((heading) => heading.normalize('NFKC')),
  ],
  quantityStep: ['quantitystep', 'step', 'orderstep', 'schrittweite', 'चरण'],
  lowStockThreshold: [
    ...[
      'lowstockthreshold',
      'threshold',
      'reorderlevel',
      'reorderpoint',
      'minimumstock',
      'minstock',
      'lowstockamount',
    ],
    ...['alertquantity', 'mindestbestand', 'meldebestand', 'न्यूनतमस्टॉक'],
  ],
  maxPerOrder: [
    ...[
      'maxperorder',
      'maximumorder',
      'orderlimit',
      'maxqty',
      'maximumquantity',
      'höchstmenge',
      'अधिकतममात्रा',
    ],
  ],
  brand: [
    ...['brand', 'brandname', 'brands', 'make', 'manufacturer', 'vendor', 'company'],
    ...['marke', 'hersteller', 'ब्रांड', 'ब्रैंड', 'निर्माता', 'कंपनी'],
  ],
  otherNames: [
    ...['othernames', 'alsoknownas', 'alias', 'aliases', 'synonyms', 'localname', 'regionalname', 'keywords'],
    ...['anderenamen', 'synonyme', 'aliasname', 'अन्यनाम', 'दूसरेनाम', 'स्थानीयनाम'],
  ],
  description: [
    ...['description', 'salesdescription', 'shortdescription', 'bodyhtml', 'details', 'longdescription'],
    ...['beschreibung', 'artikelbeschreibung', 'विवरण'],
  ],
  manufacturedOn: [
    ...['manufacturedon', 'manufacturingdate', 'madeon', 'mfgdate', 'mfg', 'packedon', 'packdate'],
    ...['herstellungsdatum', 'hergestelltam', 'निर्माणतिथि'],
  ],
  bestBefore: [
    ...[
      'bestbefore',
      'bestbeforedate',
      'expiry',
      'expirydate',
      'expirationdate',
      'expdate',
      'useby',
      'expireson',
    ],
    ...[
      'mhd',
      'mindesthaltbarkeitsdatum',
      'haltbarbis',
      'mindestenshaltbarbis',
      'समाप्तितिथि',
      'उपयोगकीअंतिमतिथि',
    ],
  ],
  published: [
    'published',
    'visible',
    'active',
    'onlinestorestatus',
    'sichtbar',
    'veröffentlicht',
    'aktiv',
    'प्रकाशित',
  ],
  delivery: [
    ...['delivery', 'delivered', 'qty', 'quantity', 'received', 'receivedqty', 'deliveredqty', 'qtyreceived'],
    ...['lieferung', 'menge', 'liefermenge', 'geliefert', 'anzahl', 'मात्रा', 'प्राप्त'],
  ],
  counted: [
    ...[
      'counted',
      'count',
      'stockcount',
      'countedquantity',
      'onhand',
      'stockonhand',
      'quantityinhand',
      'stock',
    ],
    ...['instock', 'currentstock', 'closingstock', 'openingstock', 'stockquantity', 'stockqty', 'inventory'],
    ...['variantinventoryqty', 'currentquantity', 'newquantity', 'inventoryquantity', 'availablequantity'],
    ...['bestand', 'lagerbestand', 'inventurbestand', 'anfangsbestand', 'gezählt', 'vorrat'],
    ...['स्टॉक', 'भंडार', 'गिनती', 'प्रारंभिकस्टॉक', 'शेषमाल', 'शेष'],
  ],
  ...TEXT_SYNONYMS,
  // Only in exports that have several rows for one product, or as a person says.
  group: [],
  variant: [],
} as const satisfies Partial<Record<ImportField, readonly string[]>>;

/** Columns of files with products. */
export const PRODUCT_COLUMNS: ColumnRules = {
  fields: Object.keys(SYNONYMS) as (keyof typeof SYNONYMS)[],
  synonyms: SYNONYMS,
  presets: PRODUCT_PRESETS,
  inParts: ['name', 'variant'],
  rivals: { price: 'ratePerUnit', counted: 'delivery' },
  exportedFacts: ['quantityAvailable', 'quantityPromised', 'quantityOnHand', 'isLowStock', 'createdAt'],
  needed: [
    {
      oneOf: ['id', 'name', 'sku', 'barcodes'],
      message: 'No column holds the name of the product, its SKU, its barcodes or its id.',
    },
  ],
};
