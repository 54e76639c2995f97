// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {IPlatforms, Platform} from "./IPlatforms.sol";
import {Pledges} from "./Pledges.sol";

/// @title PlatformRegistry
/// @notice Platforms with the ids 1, 2, 3, …: their operators, keys, addresses and suspensions.
abstract contract PlatformRegistry is IPlatforms, Pledges, AccessManaged {
    using Checkpoints for Checkpoints.Trace208;

    uint256 private constant MAX_MIRRORS = 8;

    /// @notice Number of platforms; the highest id.
    uint32 public platformCount;
    /// @notice The contract that keeps demands for leaves. Zero until it is appointed.
    address public demands;

    mapping(uint32 platformId => Platform platform) internal _platforms;
    /// @dev Keys before the one in `Platform`, by the epoch they came into force.
    mapping(uint32 platformId => Checkpoints.Trace208 keys) private _formerSigners;
    /// @dev By time: that time and, in the lowest bit, whether the platform was suspended or resumed.
    mapping(uint32 platformId => Checkpoints.Trace208 states) private _suspensions;

    /* GOVERNANCE */

    /// @inheritdoc IPlatforms
    function admit(
        address operator,
        address signer,
        string calldata endpoint
    ) external restricted returns (uint32 platformId) {
        require(operator != address(0), ZeroOperator());
        require(signer != address(0), ZeroSigner());
        platformId = ++platformCount;
        Platform storage platform = _platforms[platformId];
        (platform.operator, platform.admittedAt) = (operator, uint48(block.timestamp));
        (platform.signer, platform.signerSince) = (signer, currentEpoch());
        _expectPledges(platformId);
        emit PlatformAdmitted(platformId, operator, signer, endpoint);
    }

    /// @inheritdoc IPlatforms
    function suspend(uint32 platformId) external restricted {
        Platform storage platform = _platform(platformId);
        // What was decided twice is carried out once: nothing is left to be executed after the platform was resumed.
        if (platform.suspended) return;
        (platform.suspended, platform.everSuspended) = (true, true);
        _recordSuspension(platformId, 1);
        emit PlatformSuspended(platformId);
    }

    /// @inheritdoc IPlatforms
    function resume(uint32 platformId) external restricted {
        Platform storage platform = _platform(platformId);
        require(platform.suspended, PlatformNotSuspended(platformId));
        platform.suspended = false;
        _recordSuspension(platformId, 0);
        emit PlatformResumed(platformId);
    }

    /// @inheritdoc IPlatforms
    function appointDemands(address demands_) external restricted {
        require(demands_ != address(0), ZeroDemands());
        require(demands == address(0), DemandsAlreadyAppointed(demands));
        demands = demands_;
        emit DemandsAppointed(demands_);
    }

    /* OPERATOR */

    /// @inheritdoc IPlatforms
    function setEndpoint(uint32 platformId, string calldata endpoint) external {
        _own(platformId);
        emit PlatformEndpointSet(platformId, endpoint);
    }

    /// @inheritdoc IPlatforms
    function setMirrors(uint32 platformId, string[] calldata mirrors) external {
        _own(platformId);
        require(mirrors.length <= MAX_MIRRORS, TooManyMirrors(mirrors.length, MAX_MIRRORS));
        emit PlatformMirrorsSet(platformId, mirrors);
    }

    /// @inheritdoc IPlatforms
    function setSigner(uint32 platformId, address signer, uint32 fromEpoch) external {
        Platform storage platform = _own(platformId);
        require(signer != address(0), ZeroSigner());
        uint32 epoch = currentEpoch();
        require(fromEpoch > epoch, SignerEpochPast(fromEpoch, epoch + 1));
        if (platform.signerSince <= epoch) {
            _formerSigners[platformId].push(platform.signerSince, uint160(platform.signer));
        }
        (platform.signer, platform.signerSince) = (signer, fromEpoch);
        emit SignerSet(platformId, signer, fromEpoch);
    }

    /// @inheritdoc IPlatforms
    function offerOperator(uint32 platformId, address to) external {
        _own(platformId).pendingOperator = to;
        emit OperatorOffered(platformId, to);
    }

    /// @inheritdoc IPlatforms
    function acceptOperator(uint32 platformId) external {
        Platform storage platform = _platform(platformId);
        require(platform.pendingOperator == msg.sender, NotOffered(platformId, msg.sender));
        (platform.operator, platform.pendingOperator) = (msg.sender, address(0));
        emit OperatorChanged(platformId, msg.sender);
    }

    /* VIEWS */

    /// @inheritdoc IPlatforms
    function signerOf(uint32 platformId, uint32 epoch) public view returns (address) {
        Platform storage platform = _platforms[platformId];
        (address signer, uint32 since) = (platform.signer, platform.signerSince);
        if (epoch >= since) return signer;
        return address(uint160(_formerSigners[platformId].upperLookup(epoch)));
    }

    /// @inheritdoc IPlatforms
    function suspendedSince(uint32 platformId) public view returns (uint48) {
        if (!_platforms[platformId].suspended) return 0;
        return uint48(_suspensions[platformId].latest() >> 1);
    }

    /// @dev Whether `epoch`, which is over, began under a suspension that lasted until its statement was due.
    function _wasPrevented(uint32 platformId, uint32 epoch) internal view returns (bool) {
        uint208 last = _suspensions[platformId].upperLookup(epochStart(epoch + 1));
        return last & 1 == 1 && last >> 1 < epochStart(epoch);
    }

    /// @inheritdoc IPlatforms
    function platformOf(uint32 platformId) external view returns (Platform memory) {
        return _platform(platformId);
    }

    /* INTERNAL */

    function _platform(uint32 platformId) internal view returns (Platform storage platform) {
        platform = _platforms[platformId];
        require(platform.operator != address(0), UnknownPlatform(platformId));
    }

    /// @dev The platform, if the caller runs it.
    function _own(uint32 platformId) internal view returns (Platform storage platform) {
        platform = _platform(platformId);
        require(platform.operator == msg.sender, NotOperator(platformId, msg.sender));
    }

    function _operatorOf(uint32 platformId) internal view override returns (address) {
        return _platform(platformId).operator;
    }

    function _recordSuspension(uint32 platformId, uint208 suspended) private {
        _suspensions[platformId].push(uint48(block.timestamp), (uint208(block.timestamp) << 1) | suspended);
    }
}
