import 'vuetify/styles/layers';
import 'virtual:early-sheet.css';
import 'vuetify/styles';
import 'ui-common/styles/fonts';
import './base.css';
import './layout.css';
import './plain-table.css';
import './print.css';
