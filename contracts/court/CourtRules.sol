// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Bounds} from "../shared/Bounds.sol";
import {ISeats} from "../validators/ISeats.sol";
import {ICourt, Parameters, Windows} from "./ICourt.sol";

/// @title CourtRules
/// @notice What holds for every dispute: windows for ever, parameters from the next dispute on.
abstract contract CourtRules is ICourt, AccessManaged {
    uint256 internal constant BPS = 10_000;
    /// @dev Rounds have this index at most.
    uint256 internal constant LAST_ROUND = 2;

    uint256 private constant MIN_WINDOW = 1 minutes;
    uint256 private constant MAX_WINDOW = 14 days;
    /// @dev The chain remembers 8,191 blocks; half of them are left to show the header.
    uint256 private constant MAX_SEED_DELAY = 4_096;
    uint256 private constant LOWEST_FEE = 1e12;
    uint256 private constant HIGHEST_FEE = 1 ether;
    uint256 private constant LOWEST_LOCK = 1e18;
    uint256 private constant HIGHEST_LOCK = 100_000e18;
    uint256 private constant LEAST_PENALTY_BPS = 100;
    uint256 private constant LEAST_APPEAL_BOND_BPS = 1_000;
    uint256 private constant MOST_APPEAL_BOND_BPS = 50_000;

    ISeats public immutable seats;
    IERC20 public immutable token;
    uint32 internal immutable _evidenceWindow;
    uint32 internal immutable _commitWindow;
    uint32 internal immutable _revealWindow;
    uint32 internal immutable _appealWindow;
    uint32 internal immutable _seedDelay;

    /// @inheritdoc ICourt
    address public treasury;
    /// @inheritdoc ICourt
    mapping(address arbitrable => bool trusted) public isTrusted;
    /// @inheritdoc ICourt
    uint16 public currentVersion;
    uint64 internal _disputeCount;
    mapping(uint256 version => Parameters parameters) internal _parameters;

    constructor(ISeats seats_, IERC20 token_, Windows memory windows_, Parameters memory parameters) {
        (seats, token) = (seats_, token_);
        _evidenceWindow = _checked(windows_.evidence, MIN_WINDOW, MAX_WINDOW);
        _commitWindow = _checked(windows_.commit, MIN_WINDOW, MAX_WINDOW);
        _revealWindow = _checked(windows_.reveal, MIN_WINDOW, MAX_WINDOW);
        _appealWindow = _checked(windows_.appeal, MIN_WINDOW, MAX_WINDOW);
        _seedDelay = _checked(windows_.seedDelay, 1, MAX_SEED_DELAY);
        emit CourtOpened(seats_, token_, windows_);
        _setParameters(parameters);
    }

    /// @inheritdoc ICourt
    function setParameters(Parameters calldata parameters) external restricted {
        _setParameters(parameters);
    }

    /// @inheritdoc ICourt
    function appointTreasury(address treasury_) external restricted {
        treasury = treasury_;
        emit TreasuryAppointed(treasury_);
    }

    /// @inheritdoc ICourt
    function trustArbitrable(address arbitrable, bool trusted) external restricted {
        isTrusted[arbitrable] = trusted;
        emit ArbitrableTrusted(arbitrable, trusted);
    }

    /// @inheritdoc ICourt
    function windows() external view returns (Windows memory) {
        return Windows(_evidenceWindow, _commitWindow, _revealWindow, _appealWindow, _seedDelay);
    }

    /// @inheritdoc ICourt
    function parametersOf(uint16 version) external view returns (Parameters memory) {
        return _parameters[version];
    }

    /// @dev Seats of a round's jury: 3, 7, 15.
    function _jurySize(uint256 round) internal pure returns (uint256) {
        return (4 << round) - 1;
    }

    function _feesOf(uint256 version, uint256 round) internal view returns (uint256) {
        return _parameters[version].feePerJuror * _jurySize(round);
    }

    function _setParameters(Parameters memory parameters) private {
        Bounds.check("feePerJuror", parameters.feePerJuror, LOWEST_FEE, HIGHEST_FEE);
        Bounds.check("lockPerSeat", parameters.lockPerSeat, LOWEST_LOCK, HIGHEST_LOCK);
        Bounds.check("incoherentBps", parameters.incoherentBps, LEAST_PENALTY_BPS, BPS);
        Bounds.check("silentBps", parameters.silentBps, parameters.incoherentBps, BPS);
        Bounds.check("appealBondBps", parameters.appealBondBps, LEAST_APPEAL_BOND_BPS, MOST_APPEAL_BOND_BPS);
        uint16 version = ++currentVersion;
        _parameters[version] = parameters;
        emit ParametersSet(version, parameters);
    }

    function _checked(uint32 value, uint256 min, uint256 max) private pure returns (uint32) {
        require(value >= min && value <= max, InvalidWindow(value, min, max));
        return value;
    }
}
