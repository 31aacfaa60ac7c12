import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The bundle is committed: the same sources give the same bytes.
export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { "/v1": "http://127.0.0.1:4280" } },
});
