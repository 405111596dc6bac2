import { openApp } from 'ui-common/open-app';
import { createWebHistory } from 'vue-router';
import './styles';
import { createShopApp } from './app/create-shop-app';

void openApp(createShopApp(createWebHistory()));
