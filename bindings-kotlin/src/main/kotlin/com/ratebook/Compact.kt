@file:JvmName("Compact")

package com.ratebook

import com.ratebook.rates.PackRequest

/** The list as bytes for a device, with a checksum: what [RateList] loads from again. */
public fun RateList.compact(): ByteArray = java.util.Base64.getDecoder().decode(pack(PackRequest()).contentBase64)
