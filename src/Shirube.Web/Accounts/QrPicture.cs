using System.Text;
using QRCoder;

namespace Shirube.Web.Accounts;

/// <summary>A QR code as a picture inside the page: nothing is fetched, nothing is stored.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 6;

    /// <returns>A data address of an SVG.</returns>
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var drawn = new SvgQRCode(code);
        return "data:image/svg+xml;base64,"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes(drawn.GetGraphic(PixelsPerModule)));
    }
}
