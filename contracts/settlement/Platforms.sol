// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IPlatforms} from "./IPlatforms.sol";

/// @title Platforms
/// @notice Register of admitted platforms with the ids 1, 2, 3, ….
contract Platforms is IPlatforms, AccessManaged {
    /// @notice Number of platforms; the highest id.
    uint32 public platformCount;

    mapping(uint32 platformId => Platform platform) private _platforms;

    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IPlatforms
    function admit(address operator, string calldata endpoint) external restricted returns (uint32 platformId) {
        require(operator != address(0), ZeroOperator());
        platformId = ++platformCount;
        _platforms[platformId] = Platform(operator, uint48(block.timestamp), false);
        emit PlatformAdmitted(platformId, operator, endpoint);
    }

    /// @inheritdoc IPlatforms
    function suspend(uint32 platformId) external restricted {
        Platform storage platform = _platform(platformId);
        require(!platform.suspended, PlatformIsSuspended(platformId));
        platform.suspended = true;
        emit PlatformSuspended(platformId);
    }

    /// @inheritdoc IPlatforms
    function resume(uint32 platformId) external restricted {
        _platform(platformId).suspended = false;
        emit PlatformResumed(platformId);
    }

    /// @inheritdoc IPlatforms
    function setEndpoint(uint32 platformId, string calldata endpoint) external {
        require(_platform(platformId).operator == msg.sender, NotOperator(platformId, msg.sender));
        emit PlatformEndpointSet(platformId, endpoint);
    }

    /// @inheritdoc IPlatforms
    function checkOperator(uint32 platformId, address operator) external view {
        Platform storage platform = _platforms[platformId];
        require(platform.operator != address(0), PlatformNotAdmitted(platformId));
        require(platform.operator == operator, NotOperator(platformId, operator));
        require(!platform.suspended, PlatformIsSuspended(platformId));
    }

    /// @inheritdoc IPlatforms
    function platformOf(uint32 platformId) external view returns (Platform memory) {
        return _platform(platformId);
    }

    function _platform(uint32 platformId) internal view returns (Platform storage platform) {
        platform = _platforms[platformId];
        require(platform.operator != address(0), UnknownPlatform(platformId));
    }
}
