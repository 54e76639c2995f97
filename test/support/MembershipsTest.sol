// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {Kind} from "../../contracts/membership/IMemberships.sol";
import {Memberships} from "../../contracts/membership/Memberships.sol";
import {Refusals} from "./Refusals.sol";
import {vm} from "./Vm.sol";

/// @notice Memberships without prices, a member to be and somebody who pays; the test contract is the administrator.
abstract contract MembershipsTest is Refusals {
    uint256 internal constant NOW = 1_700_000_000;
    uint256 internal constant YEAR = 365 days;
    uint96 internal constant PRICE = 20e6;
    uint96 internal constant MAX_PRICE = 10_000e6;
    uint256 internal constant NOTICE = 14 days;
    uint256 internal constant FUNDS = 1_000_000e6;
    address internal constant MEMBER = address(0x3E3);
    address internal constant PAYER = address(0x9A9);
    address internal constant TREASURY = address(0xF1);

    AccessManager internal access;
    FaucetToken internal asset;
    Memberships internal memberships;

    function setUp() public virtual {
        vm.warp(NOW);
        access = new AccessManager(address(this));
        asset = new FaucetToken();
        memberships = deploy(asset);
        address[2] memory people = [MEMBER, PAYER];
        for (uint256 i; i < 2; ++i) {
            asset.drip(people[i], FUNDS);
            vm.prank(people[i]);
            asset.approve(address(memberships), FUNDS);
        }
    }

    function deploy(IERC20 asset_) internal returns (Memberships) {
        return new Memberships(address(access), asset_, TREASURY);
    }

    function joined(address account, Kind kind, uint8 yearCount) internal returns (uint256) {
        uint256 maxPrice = uint256(memberships.priceOf(kind)) * yearCount;
        vm.prank(account);
        return memberships.join(kind, yearCount, maxPrice);
    }

    /// @dev A price in force at `NOW`.
    function priced(Kind kind, uint96 price) internal {
        memberships.setPrice(kind, price);
        vm.warp(NOW + NOTICE);
    }

    function fingerprint() internal view virtual override returns (bytes32 hash) {
        address[2] memory people = [MEMBER, PAYER];
        hash = keccak256(abi.encode(asset.balanceOf(address(memberships)), asset.balanceOf(TREASURY)));
        for (uint256 i; i < 2; ++i) {
            hash = keccak256(
                abi.encode(hash, asset.balanceOf(people[i]), memberships.balanceOf(people[i]), people[i].balance)
            );
            for (uint8 kind; kind < 6; ++kind) {
                hash = keccak256(
                    abi.encode(hash, expirationOf(people[i], Kind(kind)), memberships.priceOf(Kind(kind)))
                );
            }
        }
    }

    /// @dev 0 for a token that does not exist.
    function expirationOf(address account, Kind kind) internal view returns (uint64) {
        try memberships.expiresAt(memberships.tokenOf(account, kind)) returns (uint64 expiration) {
            return expiration;
        } catch {
            return 0;
        }
    }
}
