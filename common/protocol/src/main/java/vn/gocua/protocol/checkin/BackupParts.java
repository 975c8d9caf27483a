package vn.gocua.protocol.checkin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.body.Max;

/** Scanned texts of a backup that came as a series of QR codes. */
public record BackupParts(@Nullable @Max(2000) List<@Max(100_000) String> parts) {}
