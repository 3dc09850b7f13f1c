namespace Shirube.Web;

public static class WebHost;
