import { openApp } from 'ui-common/open-app';
import { createWebHistory } from 'vue-router';
import './styles';
import { createShopApp } from './create-shop-app';

void openApp(createShopApp(createWebHistory()));
