// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {Emission} from "../../contracts/token/Emission.sol";

import {CommoditiesDouble, EvaluationsDouble} from "./MiningDoubles.sol";
import {bound, vm} from "./Vm.sol";

/// @notice Centuries of mining: rounds of any size, registered and claimed by keepers of any diligence. Evaluations tell the truth about
/// every round or about none of it; in both cases no more than the schedule comes out.
contract MiningHandler {
    uint32 private constant REPORTERS = 4;
    uint32 private constant MAX_LOTS = 64;

    CommuneToken public immutable token;
    Emission public immutable emission;
    CommoditiesDouble private immutable _commodities;
    EvaluationsDouble private immutable _evaluations;

    uint32 public lots;
    mapping(uint32 lot => uint256 times) public registrations;
    mapping(uint32 lot => mapping(uint32 id => uint256 times)) public claims;
    mapping(uint32 epoch => uint256 amount) public minted;
    uint32[] public epochs;
    uint256 public treasuryMinted;
    uint256 public winnersMinted;
    uint256 public refused;

    constructor(Emission emission_, CommoditiesDouble commodities_) {
        (emission, token, _commodities) = (emission_, emission_.token(), commodities_);
        _evaluations = new EvaluationsDouble();
    }

    /// @notice A few rounds of the epoch before this one; most of them are registered at once.
    function mine(uint256 seed) external {
        uint32 epoch = emission.currentEpoch();
        if (epoch == 0) return;
        for (uint256 i; i < 3 && lots < MAX_LOTS; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            uint32 lot = lots++;
            _commodities.bind(lot, address(_evaluations));
            uint128 shares;
            for (uint32 id = 1; id <= REPORTERS; ++id) {
                uint256 size = (random >> (8 * id)) % 64;
                (uint64 nominated, uint16 quality) = (uint64((random >> 64) % (2 << size)), uint16(random >> id) % 257);
                _evaluations.setReport(lot, id, nominated, quality);
                shares += uint128(nominated) * quality * quality;
            }
            // One in eight says too little.
            _evaluations.setRound(lot, epoch - 1, 1, random % 8 == 0 ? shares / 3 : shares);
            if (random % 16 > 0) _register(lot);
        }
    }

    /// @notice Anybody's registration of anything.
    function register(uint256 seed) external {
        if (lots > 0) _register(uint32(seed % lots));
    }

    /// @notice Anybody's claim of anything.
    function claim(uint256 seed) external {
        for (uint256 i; i < 6 && lots > 0; ++i) {
            _claim(uint32((seed >> (8 * i)) % lots), uint32((seed >> (64 + 8 * i)) % (REPORTERS + 1)));
        }
    }

    /// @notice Everybody claims everything.
    function claimAll() external {
        for (uint32 lot; lot < lots; ++lot) for (uint32 id = 1; id <= REPORTERS; ++id) _claim(lot, id);
    }

    function mintTreasury() external {
        try emission.mintTreasury() returns (uint256 amount) {
            treasuryMinted += amount;
        } catch {
            ++refused;
        }
    }

    /// @notice Mostly some epochs pass, sometimes decades.
    function wait_(uint256 seed) external {
        uint256 epochs_ = seed % 5 == 0 ? bound(seed >> 8, 100, 2_000) : bound(seed >> 8, 0, 2);
        vm.warp(block.timestamp + epochs_ * emission.epochLength() + ((seed >> 128) % 1 days));
    }

    function epochCount() external view returns (uint256) {
        return epochs.length;
    }

    function reporters() external pure returns (uint32) {
        return REPORTERS;
    }

    function _register(uint32 lot) private {
        try emission.register(lot) {
            ++registrations[lot];
        } catch {
            ++refused;
        }
    }

    function _claim(uint32 lot, uint32 id) private {
        uint256 foreseen = emission.minedBy(lot, id);
        try emission.claim(lot, id) returns (uint256 amount) {
            ++claims[lot][id];
            uint32 epoch = emission.miningOf(lot).epoch;
            if (minted[epoch] == 0) epochs.push(epoch);
            minted[epoch] += amount;
            winnersMinted += amount;
            vm.assertEq(amount, foreseen);
        } catch {
            ++refused;
        }
    }
}
